import type { Database } from '../../src/storage/database';

/** They were copied to feed_batches. */
export async function up({ sequelize }: Database): Promise<void> {
  await sequelize.query('DROP TABLE IF EXISTS fact_batches');
}
