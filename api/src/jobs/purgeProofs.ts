import type { PurgeProof } from '@anxing/contract/purges';

import { dayOfNumber } from '../base/days';
import { dayKey } from '../passages/passageDays';
import type { Database, Row } from '../storage/database';

/** Whether the chain holds an event of that very moment with these figures. */
async function isInChain(
  database: Database,
  action: string,
  at: number,
  day: string,
  figures: Record<string, unknown>,
): Promise<boolean> {
  const events = await database.select(
    'SELECT payload FROM audit_events WHERE at = ? AND action = ? AND target = ?',
    [at, action, day],
  );

  return events.some(({ payload }) => {
    const told = JSON.parse(String(payload ?? '{}')) as Record<string, unknown>;

    return Object.entries(figures).every(([name, value]) => told[name] === value);
  });
}

async function toProof(database: Database, row: Row): Promise<PurgeProof> {
  const day = dayOfNumber(Number(row.day));
  const [found, digest, announcedAt] = [Number(row.found), String(row.digest), Number(row.announced_at)];
  const remaining = row.remaining === null ? null : Number(row.remaining);
  const doneAt = row.done_at === null ? null : Number(row.done_at);
  const isAnnounced = await isInChain(database, 'passages.purge', announcedAt, day, { found, digest });
  const isConfirmed =
    doneAt !== null &&
    (await isInChain(database, 'passages.purged', doneAt, day, { found, digest, remaining }));

  return { day, found, digest, announcedAt, remaining, doneAt, inChain: isAnnounced && isConfirmed };
}

/** What was purged, newest day first, and whether the audit chain bears it out. @param before YYYY-MM-DD */
export async function purgeProofs(
  database: Database,
  limit: number,
  before = '9999-12-31',
): Promise<PurgeProof[]> {
  const rows = await database.select(
    "SELECT * FROM purges WHERE subject = 'passages' AND state <> 'counting' AND day < ? ORDER BY day DESC LIMIT ?",
    [dayKey(before), limit],
  );

  return Promise.all(rows.map((row) => toProof(database, row)));
}
