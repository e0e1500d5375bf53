import type { Database } from '../../src/storage/database';
import { columns, createTable } from '../../src/storage/tables';

const create = createTable({
  name: 'device_keys',
  columns: {
    id: columns.id(),
    public_key: columns.text(43),
    device_id: columns.id(),
    taken_at: columns.instant(),
  },
  key: ['id'],
  unique: [['public_key']],
});

/** Keys that devices have or had: each belongs to one device, and once it is void, for ever. */
export async function up(database: Database): Promise<void> {
  await create(database);
  // Of those that share one, the first has it: it stays so for all of them until they enrol anew.
  await database.sequelize.query(
    `INSERT INTO device_keys (id, public_key, device_id, taken_at)
     SELECT d.id, d.public_key, d.id, d.created_at FROM devices d
     WHERE d.public_key IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM devices e WHERE e.public_key = d.public_key AND e.id < d.id)
     AND NOT EXISTS (SELECT 1 FROM device_keys k WHERE k.public_key = d.public_key)`,
  );
}
