import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

async function killAndRestart({ redis }) {
  await sleep(500 + Math.random() * 500);
  await redis.kill();
  await sleep(1_000 + Math.random() * 2_000);
  await redis.start();
  await sleep(1_000);
}

export const killRedis = {
  name: 'kill-redis',
  rounds: { full: 10, quick: 1 },
  method: 'Redis killed under load of two API processes, and back, empty, after one to three seconds',
  run: (context) =>
    withRounds(context, { name: 'kill-redis', kind: 'mariadb', processes: 2 }, killAndRestart),
};
