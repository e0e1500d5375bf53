import { breathe } from '../base/breathe';
import { firstIdOf } from '../base/ids';
import { writeAs, type Services } from '../context';
import { systemActor } from '../storage/scene';

const dayMs = 86_400_000;
const atOnce = 20;

/** What a trial came to, without whom it was shown by. */
function withoutExamples(result: string): string {
  return JSON.stringify({ ...(JSON.parse(result) as object), examples: [] });
}

/** Trials of rules keep their numbers; the people by whom they were shown go with what was said of them, as passages do. */
export async function purgeTrials(services: Services): Promise<void> {
  const { database, clock, config } = services;
  const before = firstIdOf(clock.now() - config.retention.passageDays * dayMs);
  let found = 0;
  for (;;) {
    const rows = await database.select(
      `SELECT id, result FROM dry_runs WHERE id < ? AND result IS NOT NULL AND result NOT LIKE '%"examples":[]%' LIMIT ?`,
      [before, atOnce],
    );
    for (const { id, result } of rows) {
      await database.write((tx) =>
        database.execute(
          'UPDATE dry_runs SET result = ? WHERE id = ?',
          [withoutExamples(String(result)), id],
          tx,
        ),
      );
    }
    found += rows.length;
    if (rows.length < atOnce) {
      break;
    }
    await breathe();
  }
  if (found > 0) {
    await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
      scene.events.push({ action: 'dry_runs.purge', target: 'dry_runs', details: { found } });
    });
  }
}
