import type { Database } from '../../src/storage/database';
import { hasTable } from '../../src/storage/tables';

/**
 * They were copied, and the new table has the name as soon as the next migration is done. Harmless when it was done
 * before, also when the next one was.
 */
export async function up(database: Database): Promise<void> {
  const { sequelize } = database;
  if (!(await hasTable(database, 'facts'))) {
    return;
  }
  const known = await sequelize.getQueryInterface().describeTable('facts');
  if (!('row_key' in known)) {
    await sequelize.query('DROP TABLE facts');
  }
}
