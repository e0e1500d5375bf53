import { dayNumber } from '../base/days';
import { idToBytes } from '../base/ids';
import type { InstantKey } from '../base/paging';
import type { Database } from '../storage/database';
import { readPassage, type Passage } from './passage';

export interface OwnPassage extends Passage {
  /** Still inside by this passage. */
  isOpen: boolean;
}

/** A person's passages since `since` (ms), newest first, by the index (person, at). */
export async function ownPassages(
  database: Database,
  zone: string,
  personId: string,
  since: number,
  limit: number,
  after: InstantKey | undefined,
): Promise<OwnPassage[]> {
  const older = after ? ' AND (p.at < ? OR (p.at = ? AND p.id < ?))' : '';
  const rows = await database.select(
    `SELECT p.*, i.inside AS inside FROM passages p${database.usingIndex('passages_by_person')}
     LEFT JOIN presences i ON i.person_id = p.person_id AND i.point_id = p.point_id AND i.passage_id = p.id AND i.inside = 1
     WHERE p.person_id = ? AND p.at >= ? AND p.day >= ?${older} ORDER BY p.at DESC, p.id DESC LIMIT ?`,
    [
      idToBytes(personId),
      since,
      dayNumber(since, zone),
      ...(after ? [after.at, after.at, idToBytes(after.id)] : []),
      limit,
    ],
  );

  return rows.map((row) => ({ ...readPassage(row), isOpen: row.inside !== null && row.direction === 0 }));
}
