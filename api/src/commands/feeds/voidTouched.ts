import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { notJudged } from '../../models/person';
import type { Scene } from '../../storage/scene';

/** Rows of a batch whose people are seen to within its own commit; of more, a run in the background sees to it. */
const most = 500;

/**
 * What is stored with the people whom a batch is about came before it: with the commit it holds no more, and the next
 * look at each judges anew. So small batches, which most are, count at every door at once.
 */
export async function voidTouched(services: Services, scene: Scene, batch: FeedBatch): Promise<void> {
  if (batch.added + batch.withdrawn + batch.closed > most) {
    return;
  }
  const { database } = services;
  const number = Number(batch.number);
  const touched = await database.select(
    'SELECT subject_index FROM facts WHERE batch = ? ' +
      'UNION SELECT subject_index FROM facts WHERE source = ? AND closed_by = ?',
    [number, batch.source, number],
    scene.tx,
  );
  if (touched.length === 0) {
    return;
  }
  const rows = await database.select(
    'SELECT id FROM persons WHERE identity_index IN (?)',
    [touched.map(({ subject_index: subject }) => String(subject))],
    scene.tx,
  );
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) {
    return;
  }
  await database.execute('UPDATE persons SET rule_version = ? WHERE id IN (?)', [notJudged, ids], scene.tx);
  scene.events.push(
    ...ids.map((target) => ({
      action: 'persons.update',
      target,
      details: { fields: ['ruleVersion'] },
    })),
  );
}
