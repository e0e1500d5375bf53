import type { SealMatches } from '@anxing/contract/feeds';
import { limits } from '@anxing/contract/limits';

import { FeedBatch } from '../models/feedBatch';
import type { Database, Row } from '../storage/database';

const none = { seals: 0, unmatched: 0, matchedPlaces: [], unmatchedPlaces: [] };
/** A place may be sealed twice, for other days. */
const placeSql =
  'SELECT division, community, building, MAX(people) AS people FROM seal_places WHERE list = ? AND people';
const byPlace = 'GROUP BY division, community, building';

function placeOf({ division, community, building }: Row) {
  return { division: String(division), community: String(community), building: String(building) };
}

async function isLatest({ source, channel, number }: FeedBatch): Promise<boolean> {
  const latest = await FeedBatch.max<number | null, FeedBatch>('number', {
    where: { source, channel, state: 'inForce' },
  });

  return Number(latest) === Number(number);
}

/** How a list of sealed communities fits the homes that are known, as last compared. */
export async function sealMatchesOf(database: Database, batch: FeedBatch): Promise<SealMatches> {
  if (!(await isLatest(batch))) {
    return { state: 'superseded', ...none };
  }
  const list = Number(batch.number);
  const [counts] = await database.read(
    'SELECT COUNT(*) AS seals, SUM(CASE WHEN people = 0 THEN 1 ELSE 0 END) AS unmatched FROM seal_places WHERE list = ?',
    [list],
  );
  const seals = Number(counts?.seals ?? 0);
  if (seals === 0 && batch.rowCount > batch.wrong) {
    return { state: 'comparing', ...none };
  }
  const found = await database.read(`${placeSql} > 0 ${byPlace} ORDER BY people DESC LIMIT ?`, [
    list,
    limits.sealsTold,
  ]);
  const others = await database.read(`${placeSql} = 0 ${byPlace} ORDER BY MIN(batch), MIN(line) LIMIT ?`, [
    list,
    limits.sealsTold,
  ]);

  return {
    state: 'compared',
    seals,
    unmatched: Number(counts?.unmatched ?? 0),
    matchedPlaces: found.map((row) => ({ ...placeOf(row), people: Number(row.people) })),
    unmatchedPlaces: others.map(placeOf),
  };
}
