import type { Database } from './database';
import { columns, createTable } from './tables';

/** Writers of counts and audit that may be at work at the same time. */
export const slotCount = 256;

const makeLeases = createTable({
  name: 'leases',
  columns: {
    slot: columns.int(),
    owner: columns.text(36).optional(),
    host: columns.text(100).optional(),
    pid: columns.int().optional(),
    mode: columns.text(10).optional(),
    taken_at: columns.instant().optional(),
    expires_at: columns.instant().optional(),
  },
  key: ['slot'],
});

/** Work that one process at a time does. */
const makeTurns = createTable({
  name: 'turns',
  columns: {
    name: columns.text(60),
    owner: columns.text(36).optional(),
    began_at: columns.instant(),
  },
  key: ['name'],
});

/** The rows are there before anybody looks for a free one: only what exists can be locked. */
async function fill(database: Database): Promise<void> {
  const [row] = await database.select('SELECT COUNT(*) AS count FROM leases');
  if (Number(row?.count) < slotCount) {
    const rows = Array.from({ length: slotCount }, (_, slot) => [slot]);
    const onDuplicate = database.onDuplicate(['slot'], 'slot = new.slot');
    await database.write((tx) =>
      database.execute(`INSERT INTO leases (slot) VALUES ?${onDuplicate}`, [rows], tx),
    );
  }
}

/** Makes what processes agree by, unless it is there: a lease is taken before anything is done, migrations included. */
export async function makeLeaseTables(database: Database): Promise<void> {
  await makeLeases(database);
  await makeTurns(database);
  await fill(database);
}
