import type { Decision, Direction } from '@anxing/contract/visits';

import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import { directionCodes, kindCodes } from './columns';
import { readPassage, type Passage, type PassageKind } from './passage';

/** Which passages of a unit; what is undefined does not narrow. */
export interface PassageFilter {
  unitId: string;
  /** ms, included */
  from?: number | undefined;
  /** ms, excluded */
  until?: number | undefined;
  pointIds?: readonly string[] | undefined;
  kind?: PassageKind | undefined;
  direction?: Direction | undefined;
  colour?: string | undefined;
  decision?: Decision | undefined;
  nameIndex?: string | undefined;
  /** The last passage of the page before. */
  after?: { at: number; id: string } | undefined;
}

type Condition = readonly [sql: string, ...values: unknown[]];

function conditionsOf(filter: PassageFilter): Condition[] {
  const { unitId, from, until, pointIds, kind, direction, colour, decision, nameIndex, after } = filter;
  const conditions: (Condition | false | undefined)[] = [
    ['unit_id = ?', idToBytes(unitId)],
    from !== undefined && ['at >= ?', from],
    until !== undefined && ['at < ?', until],
    pointIds && ['point_id IN (?)', pointIds.map(idToBytes)],
    kind && ['kind = ?', kindCodes[kind]],
    direction && ['direction = ?', directionCodes[direction]],
    colour !== undefined && ['colour = ?', colour],
    decision && ['decision = ?', decision],
    nameIndex !== undefined && ['name_index = ?', nameIndex],
    after && ['at <= ? AND (at < ? OR id < ?)', after.at, after.at, idToBytes(after.id)],
  ];

  return conditions.filter((condition) => condition !== false && condition !== undefined);
}

/** Passages of a unit, newest first, by the index (unit, at, id): a later page costs what the first one does. */
export async function listPassages(
  database: Database,
  filter: PassageFilter,
  limit: number,
): Promise<Passage[]> {
  const conditions = conditionsOf(filter);
  const where = conditions.map(([sql]) => sql).join(' AND ');
  const values = conditions.flatMap(([, ...given]) => given);
  const rows = await database.select(
    `SELECT * FROM passages WHERE ${where} ORDER BY at DESC, id DESC LIMIT ?`,
    [...values, limit],
  );

  return rows.map(readPassage);
}
