import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { SmallDisk } from '../disk.mjs';
import { withRounds } from '../rounds.mjs';

/** How long people meet a full disk, once it is felt. */
const fullMs = 2_000;
/** A database lives for a while on what it has taken ahead. */
const feltMs = 90_000;

/** Sizes in MB; MariaDB's logs are small, so that they do not take all of it. */
const disks = {
  sqlite: { size: 64, left: 0.25, more: [] },
  mariadb: { size: 400, left: 0, more: ['--innodb-log-file-size=16M', '--innodb-buffer-pool-size=64M'] },
};

/** A server that has ended is started again by its supervisor, once there is room. */
async function bringBack(database) {
  await sleep(300);
  if (database.isRunning === false) {
    await database.start();
  }
}

async function untilFelt({ ledger }) {
  const before = ledger.summary().interrupted;
  const until = Date.now() + feltMs;
  while (ledger.summary().interrupted === before && Date.now() < until) {
    await sleep(50);
  }
}

function fillUp(disk, left) {
  return async ({ database, phones, apis: [api] }) => {
    await sleep(500);
    disk.fill(left * 1024 * 1024);
    await untilFelt(phones);
    await sleep(fullMs);
    disk.clear();
    await bringBack(database);
    if (!api.isRunning) {
      throw new Error('the API ended');
    }
    await sleep(500);
  };
}

/** @param {'sqlite' | 'mariadb'} kind */
export function fullDisk(kind) {
  const name = `full-disk-${kind}`;
  const { size, left, more } = disks[kind];

  return {
    name,
    rounds: { full: 5, quick: 1 },
    mustHit: true,
    method: `the disk of ${kind === 'sqlite' ? 'the SQLite file' : 'MariaDB'} (tmpfs, ${size} MB) runs full under load until check-ins fail, and is cleared ${fullMs / 1000} s later`,
    async run(context) {
      const disk = await SmallDisk.mount(path.join(context.place.folder, name), size);
      try {
        const folder = path.join(disk.folder, 'data');

        return await withRounds(context, { name, kind, folder, more }, fillUp(disk, left));
      } finally {
        await disk.unmount();
      }
    },
  };
}
