import { setTimeout as sleep } from 'node:timers/promises';

import { withRounds } from '../rounds.mjs';

const lengthMs = { full: 30_000, quick: 9_000 };

function cutOffFor(ms) {
  return async ({ database }) => {
    await sleep(1_000);
    database.freeze();
    await sleep(ms);
    database.thaw();
    await sleep(1_000);
  };
}

export const cutOff = {
  name: 'database-cut-off',
  rounds: { full: 3, quick: 1 },
  mustHit: true,
  method: 'MariaDB answers nothing for 30 s (SIGSTOP; 9 s when quick) under load, then goes on where it was',
  run: (context) =>
    withRounds(
      context,
      { name: 'database-cut-off', kind: 'mariadb' },
      cutOffFor(context.isQuick ? lengthMs.quick : lengthMs.full),
    ),
};
