import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

/** Somewhere between, so that it happens at any point of a batch. */
function between(least, most) {
  return least + Math.random() * (most - least);
}

async function killAndRestart({ apis: [api] }) {
  await sleep(between(700, 1_500));
  await api.kill();
  await sleep(between(0, 300));
  await api.start();
  await sleep(between(100, 300));
}

/** @param {'sqlite' | 'mariadb'} kind */
export function killApi(kind) {
  const name = `kill-api-${kind}`;

  return {
    name,
    rounds: { full: 50, quick: 3 },
    mustHit: true,
    method: 'kill -9 of the API under load, started again; what was not answered is sent again under its id',
    run: (context) => withRounds(context, { name, kind }, killAndRestart),
  };
}
