import { limits } from '@anxing/contract/limits';

import { dayNumber } from '../base/days';
import { idToBytes } from '../base/ids';
import type { InstantKey } from '../base/paging';
import type { Database } from '../storage/database';
import { kindCodes } from './columns';
import { readPassage, type Passage } from './passage';

const reachMs = limits.recentScanDays * 86_400_000;
/** A passage lies in the day of its id, which a clock that is ahead makes so much later than what happened. */
const futureMs = limits.checkInFutureMinutes * 60_000;

export interface RecentWanted {
  zone: string;
  personId: string;
  /** Only checks before this one, the newest first. */
  before: InstantKey;
  /** ms: what reaches back too far from here is left out. */
  now: number;
}

/** Checks of a person by staff or devices in the last days, by the index (person, at). Past Sequelize: the door waits. */
export async function recentScans(
  database: Database,
  { zone, personId, before, now }: RecentWanted,
  limit: number,
): Promise<Passage[]> {
  const since = now - reachMs;
  const rows = await database.read(
    `SELECT * FROM passages${database.usingIndex('passages_by_person')} ` +
      'WHERE person_id = ? AND at BETWEEN ? AND ? AND (at < ? OR id < ?) AND day BETWEEN ? AND ? AND kind = ? ' +
      'ORDER BY at DESC, id DESC LIMIT ?',
    [
      idToBytes(personId),
      since,
      before.at,
      before.at,
      idToBytes(before.id),
      dayNumber(since, zone),
      dayNumber(before.at + futureMs, zone),
      kindCodes.scan,
      limit,
    ],
  );

  return rows.map(readPassage);
}
