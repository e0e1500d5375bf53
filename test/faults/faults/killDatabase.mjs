import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

async function killAndRestart({ database }) {
  await sleep(700 + Math.random() * 800);
  await database.kill();
  await sleep(Math.random() * 1_000);
  await database.start();
  await sleep(500);
}

export const killDatabase = {
  name: 'kill-mariadb',
  rounds: { full: 15, quick: 2 },
  mustHit: true,
  method: 'kill -9 of MariaDB under load, started again; the API stays and finds it by itself',
  run: (context) => withRounds(context, { name: 'kill-mariadb', kind: 'mariadb' }, killAndRestart),
};
