import { breathe } from '../base/breathe';
import { firstIdOf, idToBytes } from '../base/ids';
import { writeAs, type Services } from '../context';
import { systemActor } from '../storage/scene';

const dayMs = 86_400_000;
const slice = 100;

/** Level of those whom another province has named: nobody has claimed a code, added them as a relative, or signed in. */
const visitors = 'level = 2 AND claimed_at IS NULL AND id < ?';

/** Which of them have been at no door since. */
async function gone({ database }: Services, ids: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(
    ids.map((id) =>
      database.read('SELECT 1 AS found FROM passages WHERE person_id = ? LIMIT 1', [idToBytes(id)]),
    ),
  );

  return ids.filter((_id, at) => rows[at]?.length === 0);
}

/** Who came with the national code alone is forgotten with the last passage. Who registered meanwhile is a person like any other. */
export async function purgeVisitors(services: Services): Promise<void> {
  const { database, clock, config } = services;
  const before = firstIdOf(clock.now() - config.retention.passageDays * dayMs);
  let last = '';
  let found = 0;
  for (;;) {
    const rows = await database.read(
      // Few have no code: everybody else is not even looked at.
      `SELECT id FROM persons${database.usingIndex('persons_claimed_at_claim_division')} ` +
        `WHERE ${visitors} AND id > ? ORDER BY id LIMIT ?`,
      [before, last, slice],
    );
    const ids = rows.map(({ id }) => String(id));
    const some = await gone(services, ids);
    if (some.length > 0) {
      await database.write((tx) =>
        database.execute(`DELETE FROM persons WHERE ${visitors} AND id IN (?)`, [before, some], tx),
      );
      services.bus.publish(
        'changes',
        some.map((id) => ({ table: 'persons', id })),
      );
      found += some.length;
    }
    if (ids.length < slice) {
      break;
    }
    last = ids.at(-1) ?? '';
    await breathe();
  }
  if (found > 0) {
    await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
      scene.events.push({ action: 'persons.purge', target: 'persons', details: { found } });
    });
  }
}
