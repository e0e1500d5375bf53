import type { Transaction } from 'sequelize';

import { idFromBytes, idToBytes } from '../../../api/src/base/ids';
import type { FlowChange } from '../../../api/src/flow/countFlow';
import { directionCodes, kindCodes } from '../../../api/src/passages/columns';
import type { Movement } from '../../../api/src/passages/movePresence';
import type { Passage } from '../../../api/src/passages/passage';
import type { Database } from '../../../api/src/storage/database';

const hourMs = 3_600_000;
/** This process is alone with its database. */
const slot = 0;

function insert(database: Database, table: string, row: Record<string, unknown>, tx: Transaction, tail = '') {
  const into = `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES ?`;

  return database.execute(into + tail, [[Object.values(row)]], tx);
}

export function insertPassage(database: Database, passage: Passage, tx: Transaction): Promise<void> {
  const row = {
    day: passage.day,
    id: idToBytes(passage.id),
    kind: kindCodes[passage.kind],
    direction: directionCodes[passage.direction],
    at: passage.at,
    received_at: passage.receivedAt,
    person_id: idToBytes(passage.personId),
    unit_id: idToBytes(passage.unitId),
    point_id: idToBytes(passage.pointId),
    division: passage.division,
    colour: passage.colour,
    decision: passage.decision,
    why: passage.why,
    temperature: passage.temperature,
    mask: passage.mask === null ? null : Number(passage.mask),
    staff_id: passage.staffId && idToBytes(passage.staffId),
    counted: Number(passage.counted),
    request_hash: passage.requestHash,
    name_index: passage.nameIndex,
  };

  return insert(database, 'passages', row, tx);
}

/** Every presence row of a person. The person is locked first, so that two check-ins of one person take turns. */
export async function lockPresences(database: Database, personId: string, tx: Transaction) {
  await database.select('SELECT id FROM persons WHERE id = ? FOR UPDATE', [personId], tx);
  const rows = await database.select(
    'SELECT point_id, root_id, inside, changed_at, leaves_at FROM presences WHERE person_id = ? FOR UPDATE',
    [idToBytes(personId)],
    tx,
  );

  return rows.map((row) => ({
    pointId: idFromBytes(row.point_id as Uint8Array),
    rootId: idFromBytes(row.root_id as Uint8Array),
    inside: Boolean(row.inside),
    changedAt: Number(row.changed_at),
    leavesAt: Number(row.leaves_at),
  }));
}

type Standing = NonNullable<Movement['own']> & { rootId: string };

/** Writes how a person stands to the passage's point. */
export function writePresence(
  database: Database,
  passage: Passage,
  { rootId, inside, changedAt, leavesAt }: Standing,
  tx: Transaction,
): Promise<void> {
  const key = { person_id: idToBytes(passage.personId), point_id: idToBytes(passage.pointId) };
  const kept = {
    root_id: idToBytes(rootId),
    unit_id: idToBytes(passage.unitId),
    passage_day: passage.day,
    passage_id: idToBytes(passage.id),
    inside: Number(inside),
    changed_at: changedAt,
    leaves_at: leavesAt,
  };
  const changes = Object.keys(kept).map((name) => `${name} = new.${name}`);

  return insert(
    database,
    'presences',
    { ...key, ...kept },
    tx,
    database.onDuplicate(Object.keys(key), changes.join(', ')),
  );
}

/** Ends a presence. The person is locked, so that it is still as it was read. */
export function closePresence(
  database: Database,
  personId: string,
  { pointId, changedAt, leavesAt }: Movement['ends'][number],
  tx: Transaction,
): Promise<void> {
  return database.execute(
    'UPDATE presences SET inside = 0, changed_at = ?, leaves_at = ? WHERE person_id = ? AND point_id = ?',
    [changedAt, leavesAt, idToBytes(personId), idToBytes(pointId)],
    tx,
  );
}

export function addCounts(
  database: Database,
  { pointId, at, came = 0, went = 0, expired = 0 }: FlowChange,
  tx: Transaction,
): Promise<void> {
  const row = { point_id: idToBytes(pointId), hour: Math.floor(at / hourMs), slot, came, went, expired };
  const changes = ['came', 'went', 'expired'].map((name) => `${name} = flow_counts.${name} + new.${name}`);

  return insert(
    database,
    'flow_counts',
    row,
    tx,
    database.onDuplicate(['point_id', 'hour', 'slot'], changes.join(', ')),
  );
}
