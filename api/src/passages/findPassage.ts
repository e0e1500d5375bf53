import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../base/days';
import { AppError } from '../base/errors';
import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import { readPassage, type Passage } from './passage';

/** The passage with an id, found by the day inside the id. */
export async function findPassage(
  database: Database,
  zone: string,
  id: string,
): Promise<Passage | undefined> {
  const day = dayNumber(timeOfUuid7(id), zone);
  const [row] = await database.select('SELECT * FROM passages WHERE day = ? AND id = ?', [
    day,
    idToBytes(id),
  ]);

  return row && readPassage(row);
}

/**
 * The first answer to a repeated check-in, or undefined when it is new.
 * @throws same_id_other_body when the id was used for something else, or by somebody else
 */
export async function findRepeat(
  database: Database,
  zone: string,
  id: string,
  requestHash: Buffer,
): Promise<Passage | undefined> {
  const stored = await findPassage(database, zone, id);
  if (stored && !stored.requestHash.equals(requestHash)) {
    throw new AppError('same_id_other_body');
  }

  return stored;
}

/** The stored passages among several, by id. */
export async function findRepeats(
  database: Database,
  keys: readonly Pick<Passage, 'day' | 'id'>[],
): Promise<Map<string, Passage>> {
  const rows = await database.select('SELECT * FROM passages WHERE day IN (?) AND id IN (?)', [
    [...new Set(keys.map(({ day }) => day))],
    keys.map(({ id }) => idToBytes(id)),
  ]);
  const passages = rows.map(readPassage);

  return new Map(passages.map((passage) => [passage.id, passage]));
}
