import type { Database } from '../../src/storage/database';
import { hasTable } from '../../src/storage/tables';

/** The new facts take the name of the old ones; harmless when they have it. */
export async function up(database: Database): Promise<void> {
  if (!(await hasTable(database, 'facts'))) {
    await database.sequelize.query('ALTER TABLE facts_by_batch RENAME TO facts');
  }
}
