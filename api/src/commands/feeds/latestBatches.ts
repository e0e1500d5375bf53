import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { FeedKey } from '../../models/feedKey';
import type { Scene } from '../../storage/scene';

const into = 'feed_channels (source, channel, as_of, last_batch, sequence, open_rows)';

/** The higher one; what is null is passed over. */
const higher = (column: string) =>
  `${column} = CASE WHEN ${column} IS NULL OR new.${column} > ${column} THEN new.${column} ELSE ${column} END`;

const added = [...['as_of', 'last_batch', 'sequence'].map(higher), 'open_rows = open_rows + new.open_rows'];

/** What the platform derives is as old as what it is derived from, and what it writes itself cannot be late. */
function isExpected({ feedRules }: Services, { source, origin }: FeedBatch): boolean {
  const promised = feedRules.find((rule) => rule.source === source)?.promised;

  return origin !== 'derived' && promised !== 'inside';
}

/**
 * Of when the data is, where that counts. While somebody holds a key for the feed, or is waited for, only he tells how old
 * his data is: one row that a person uploads must not make a late feed fresh for everybody.
 */
async function asOfOf(scene: Scene, { source, origin, asOf }: FeedBatch): Promise<number | null> {
  if (origin === 'derived') {
    return null;
  }
  const where = { source, state: ['active', 'awaited'] };
  const isKeyed = origin === 'hand' && (await FeedKey.count({ where, transaction: scene.tx })) > 0;

  return isKeyed ? null : Number(asOf);
}

/**
 * Adds a batch that takes force to what its deliverer's come to: to be called once for each, in the same transaction,
 * when its counts are final. Whoever keeps how old the feeds are learns of it.
 */
export async function noteInForce(services: Services, scene: Scene, batch: FeedBatch): Promise<void> {
  const { database } = services;
  const asOf = await asOfOf(scene, batch);
  const openRows = batch.added - batch.withdrawn - batch.closed;
  const row = [batch.source, batch.channel, asOf, Number(batch.number), batch.sequence, openRows];
  await database
    .within(scene.tx)
    .insert(into, [row], database.onDuplicate(['source', 'channel'], added.join(', ')));
  if (isExpected(services, batch)) {
    scene.events.push({ action: 'feed_channels.update', target: batch.id, details: {} });
  }
}
