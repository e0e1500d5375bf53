import type { Services } from '../../context';
import { FeedBatch } from '../../models/feedBatch';
import { clearBatchRows } from './dropBatch';

const leftSql =
  "SELECT b.id FROM feed_batches b WHERE b.state IN ('refused', 'rejected', 'outdated') AND " +
  '(EXISTS (SELECT 1 FROM facts f WHERE f.batch = b.number) OR ' +
  'EXISTS (SELECT 1 FROM facts f WHERE f.source = b.source AND f.closed_by = b.number) OR ' +
  'EXISTS (SELECT 1 FROM register_rows r WHERE r.batch = b.number) OR ' +
  'EXISTS (SELECT 1 FROM register_rows r WHERE r.source = b.source AND r.closed_by = b.number))';

/**
 * Clears away what still lies there of batches that never took force: a second person rejected them, or their process
 * died while it cleared. To the next batch of the same deliverer their rows would look like rows on record.
 * @param of whose batches; left out: everybody's
 */
export async function clearLeft(
  services: Services,
  of?: Pick<FeedBatch, 'source' | 'channel'>,
): Promise<void> {
  const rows = of
    ? await services.database.read(`${leftSql} AND b.source = ? AND b.channel = ?`, [of.source, of.channel])
    : await services.database.read(leftSql, []);
  for (const batch of await FeedBatch.findAll({ where: { id: rows.map(({ id }) => String(id)) } })) {
    await clearBatchRows(services, batch);
  }
}
