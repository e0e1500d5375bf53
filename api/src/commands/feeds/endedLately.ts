import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { Row } from '../../storage/database';
import { tableOf, targetOf } from './feedTables';

/** Who ends in parts what is too much for one batch has to wait for so long. */
const togetherMs = 24 * 3_600_000;

/** Whose batches are meant, of which kind. */
export type Deliverer = Pick<FeedBatch, 'source' | 'channel' | 'origin'>;

const rowsAtOnce = { sqlite: 50, mysql: 5_000 };

/** What a batch of the deliverer has closed behind a row, along an index; of each whether it would count, and has not come again. */
function closedBehind(
  { database, clock, feedRules }: Services,
  deliverer: Deliverer,
  by: number,
  behind: Row,
) {
  const table = tableOf(targetOf(feedRules, deliverer));

  return database.read(
    'SELECT f.batch, f.line, CASE WHEN (f.valid_until IS NULL OR f.valid_until > ?) ' +
      `AND NOT EXISTS (SELECT 1 FROM ${table} g WHERE g.row_key = f.row_key AND g.closed_by IS NULL) ` +
      `THEN 1 ELSE 0 END AS is_ended FROM ${table} f WHERE f.source = ? AND f.closed_by = ? ` +
      'AND (f.batch > ? OR (f.batch = ? AND f.line > ?)) ORDER BY f.batch, f.line LIMIT ?',
    [
      clock.now(),
      deliverer.source,
      by,
      behind.batch,
      behind.batch,
      behind.line,
      rowsAtOnce[database.dialect],
    ],
  );
}

async function endedBy(services: Services, deliverer: Deliverer, by: number): Promise<number> {
  let count = 0;
  let behind: Row | undefined = { batch: 0, line: 0 };
  while (behind) {
    const rows: Row[] = await closedBehind(services, deliverer, by, behind);
    count += rows.filter(({ is_ended: isEnded }) => Number(isEnded) === 1).length;
    behind = rows.length < rowsAtOnce[services.database.dialect] ? undefined : rows.at(-1);
    await breathe();
  }

  return count;
}

/**
 * The batches of the last 24 hours by which rows of the deliverer ended, without those that two people saw to.
 * @param origin of the batches
 */
export async function closersLately(
  { database, clock }: Services,
  { source, channel, origin }: Deliverer,
): Promise<number[]> {
  const batches = await database.read(
    'SELECT number FROM feed_batches WHERE source = ? AND channel = ? AND in_force_at > ? ' +
      'AND change_id IS NULL AND origin = ? AND closed + withdrawn > 0',
    [source, channel, clock.now() - togetherMs, origin],
  );

  return batches.map(({ number }) => Number(number));
}

/**
 * How many rows that would count now the deliverer's batches of the last 24 hours have ended, without those that two people
 * saw to, and without what has come again since.
 */
export async function endedLately(services: Services, deliverer: Deliverer): Promise<number> {
  let count = 0;
  for (const number of await closersLately(services, deliverer)) {
    count += await endedBy(services, deliverer, number);
  }

  return count;
}
