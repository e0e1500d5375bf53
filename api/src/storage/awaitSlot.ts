import { setTimeout as sleep } from 'node:timers/promises';

import { StartRefused } from '../base/errors';
import type { Database } from './database';
import { claim, type Claimant, type Lease } from './leases';
import { makeLeaseTables } from './leaseTables';
import { now, type Instant } from './leaseTime';

/** Tells the person at the terminal. */
export type Say = (sentence: string) => void;

/** It may be tried again later. */
const tryLater = 75;
const retryMs = 250;

function namesOf(leases: readonly Lease[]): string {
  return leases.map(({ host, pid }) => `${host.split(' ')[0]}:${pid}`).join(', ');
}

function refusal(leases: readonly Lease[]): StartRefused {
  return new StartRefused(
    `数据库正由另一个进程使用（${namesOf(leases)}）。没有消息总线就没有缓存，因此多个进程需要 MySQL 和 REDIS_URL\n` +
      `Another process uses this database (${namesOf(leases)}): without a bus there are no caches, ` +
      'so several processes need MySQL and REDIS_URL',
    tryLater,
  );
}

/**
 * Takes a slot as soon as nobody stands in the way. Somebody who has died does so for the length of a lease.
 * @returns the slot, and when the database was asked for it
 * @throws StartRefused when somebody is still there after that
 */
export async function awaitSlot(
  database: Database,
  claimant: Claimant,
  say: Say = () => undefined,
): Promise<{ slot: number; askedAt: Instant }> {
  await makeLeaseTables(database);
  const until = performance.now() + claimant.lengthMs + retryMs;
  for (let isFirst = true; ; isFirst = false) {
    const askedAt = now();
    const answer = await claim(database, claimant);
    if ('slot' in answer) {
      return { slot: answer.slot, askedAt };
    }
    if (performance.now() > until) {
      throw refusal(answer.inTheWay);
    }
    if (isFirst) {
      say(
        `等待另一个进程结束 / Waiting up to ${claimant.lengthMs / 1000} s for another process to end: ${namesOf(answer.inTheWay)}`,
      );
    }
    await sleep(retryMs);
  }
}
