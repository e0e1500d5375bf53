import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

/** Longer than a lease is good for. */
const frozenMs = 14_000;
const wakingMs = 3_000;

/** Whoever wakes up after its slot was given away must not write with it; it ends, and its supervisor starts it again. */
async function freezeOne({ apis }, round) {
  const victim = apis[round % apis.length];
  await sleep(700 + Math.random() * 800);
  victim.freeze();
  await sleep(frozenMs);
  victim.thaw();
  await sleep(wakingMs);
  if (!victim.isRunning) {
    await victim.start();
  }
}

export const freezeOneOfTwo = {
  name: 'freeze-one-of-two',
  rounds: { full: 6, quick: 1 },
  mustHit: true,
  method:
    'one of two API processes is held up (SIGSTOP) for 14 s, longer than its lease, under load, and wakes up again',
  run: (context) =>
    withRounds(context, { name: 'freeze-one-of-two', kind: 'mariadb', processes: 2 }, freezeOne),
};
