import type { Database } from '../../src/storage/database';

/** `leaves_at` of who is not inside any more says when that person left. */
export async function up({ sequelize }: Database): Promise<void> {
  await sequelize.query('UPDATE presences SET leaves_at = changed_at WHERE inside = 0');
}
