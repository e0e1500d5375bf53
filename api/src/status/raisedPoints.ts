import { dayOf } from '../base/days';
import { divisionRanges, type DivisionRange } from '../base/divisionRanges';
import type { Services } from '../context';
import type { Database } from '../storage/database';
import { levelsOn } from './regionLevels';

/** Where a point lies. */
export interface PlacedPoint {
  id: string;
  /** 6 or 12 digits. */
  division: string;
}

/** The points of some divisions. */
export async function pointsIn(database: Database, { from, until }: DivisionRange): Promise<PlacedPoint[]> {
  const rows = await database.read(
    `SELECT id, division FROM points${database.usingIndex('points_division')} ` +
      'WHERE division >= ? AND division < ?',
    [from, until],
  );

  return rows.map(({ id, division }) => ({ id: String(id), division: String(division) }));
}

/** Ids of the points whose division stands above the lowest level today. Points elsewhere are not read. */
export async function raisedPoints(services: Services): Promise<string[]> {
  const { clock, config, database, regionLevels } = services;
  const levels = await levelsOn(services, { day: dayOf(clock.now(), config.brand.zone) });
  const found: PlacedPoint[] = [];
  for (const range of divisionRanges(levels.raised)) {
    found.push(...(await pointsIn(database, range)));
  }

  // A county may have been taken out of a city that was raised.
  return found
    .filter(({ division }) => levels.of(division).level !== regionLevels.lowest)
    .map(({ id }) => id);
}
