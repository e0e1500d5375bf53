import type { Database } from '../../src/storage/database';
import { addColumn, columns } from '../../src/storage/tables';

const from = addColumn('feed_keys', 'active_from', columns.instant().optional());
const until = addColumn('feed_keys', 'active_until', columns.instant().optional());

/** When a key counted: whose data was to be expected then can still be asked later. */
export async function up(database: Database): Promise<void> {
  await from(database);
  await until(database);
}
