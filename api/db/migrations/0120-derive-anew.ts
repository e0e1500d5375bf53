import { newId } from '../../src/base/ids';
import type { Database } from '../../src/storage/database';

const derived = "SELECT id FROM feed_batches WHERE origin = 'derived' AND source = 'contacts' LIMIT 1";

/** Contacts that cases had made whose time was over stay on record until they are derived anew. */
export async function up(database: Database): Promise<void> {
  const now = Date.now();
  await database.write(async (tx) => {
    if ((await database.select(derived, [], tx)).length > 0) {
      await database
        .within(tx)
        .insert('recomputes (id, cause, subject, state, position, done, changed, due_at, started_at)', [
          [newId(now), 'derive', 'contacts', 'waiting', '', 0, 0, now, now],
        ]);
    }
  });
}
