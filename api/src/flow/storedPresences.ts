import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import type { Link, Row } from '../storage/link';
import type { Presence } from './presences';

/** A presence with all that is stored of it. */
export interface StoredPresence extends Presence {
  personId: string;
  unitId: string;
  /** The passage that opened it. */
  passageDay: number;
  passageId: string;
}

const columns =
  'person_id, point_id, root_id, unit_id, passage_day, passage_id, inside, changed_at, leaves_at';
const changes = ['root_id', 'unit_id', 'passage_day', 'passage_id', 'inside', 'changed_at', 'leaves_at']
  .map((name) => `${name} = new.${name}`)
  .join(', ');

function readRow(row: Row): StoredPresence {
  const id = (name: string) => idFromBytes(row[name] as Uint8Array);

  return {
    personId: id('person_id'),
    pointId: id('point_id'),
    rootId: id('root_id'),
    unitId: id('unit_id'),
    passageDay: Number(row.passage_day),
    passageId: id('passage_id'),
    inside: Boolean(row.inside),
    changedAt: Number(row.changed_at),
    leavesAt: Number(row.leaves_at),
  };
}

/**
 * Every presence of several people. The people are locked first, in one order everywhere, so that two transactions
 * with the same people take turns and never wait for each other in a circle.
 */
export async function lockAllPresences(
  database: Database,
  personIds: readonly string[],
  tx: Link,
): Promise<StoredPresence[]> {
  if (database.forUpdate !== '') {
    const sorted = [...personIds].sort();
    await tx.execute(`SELECT id FROM persons WHERE id IN (?) ORDER BY id${database.forUpdate}`, [sorted]);
  }
  const rows = await tx.select(`SELECT ${columns} FROM presences WHERE person_id IN (?)`, [
    personIds.map(idToBytes),
  ]);

  return rows.map(readRow);
}

/** Writes presences as they are to be, new and known ones alike. */
export function writePresences(
  database: Database,
  presences: readonly StoredPresence[],
  tx: Link,
): Promise<void> {
  const rows = presences.map((one) => [
    idToBytes(one.personId),
    idToBytes(one.pointId),
    idToBytes(one.rootId),
    idToBytes(one.unitId),
    one.passageDay,
    idToBytes(one.passageId),
    Number(one.inside),
    one.changedAt,
    one.leavesAt,
  ]);

  return tx.insert(`presences (${columns})`, rows, database.onDuplicate(['person_id', 'point_id'], changes));
}
