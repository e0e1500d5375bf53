import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

async function killOne({ apis }, round) {
  const victim = apis[round % apis.length];
  await sleep(700 + Math.random() * 800);
  await victim.kill();
  await sleep(500 + Math.random() * 500);
  await victim.start();
  await sleep(500);
}

export const killOneOfTwo = {
  name: 'kill-one-of-two',
  rounds: { full: 20, quick: 2 },
  mustHit: true,
  method:
    'kill -9 of one of two API processes (MariaDB, Redis) by turns; phones go on with either, and send again to either',
  run: (context) => withRounds(context, { name: 'kill-one-of-two', kind: 'mariadb', processes: 2 }, killOne),
};
