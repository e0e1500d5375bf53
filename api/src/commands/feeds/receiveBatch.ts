import type { Origin, Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { RowReader } from '../../risk/feedRows/rowReader';
import type { FeedRule } from '../../risk/feedRules';
import { surroundingsOf } from '../../risk/feedRows/surroundings';
import { whileHeld } from './batchLease';
import { BatchRefused } from './batchRefused';
import { BatchTally } from './batchTally';
import { ContentText } from './contentText';
import type { Content, Delivered } from './delivered';
import { dropBatch } from './dropBatch';
import { holdBatch } from './holdBatch';
import { Intake } from './intake';
import { openBatch } from './openBatch';
import { readCsvRows } from './readCsvRows';
import { readNdjson } from './readNdjson';
import type { Batching } from './storeRows';

export interface Received {
  batch: FeedBatch;
  isRepeat: boolean;
}

function linesOf(feed: FeedRule, { format, chunks }: Content, text: ContentText) {
  const texts = text.read(chunks);

  return format === 'csv' ? readCsvRows(texts, feed.columns) : readNdjson(texts);
}

/** A few wrong rows never cost the good ones beside them; where nothing is good, it is the file that is wrong. */
function isTooWrong({ config }: Services, rows: number, wrong: number): boolean {
  const { wrongRowShare, wrongRowsFew } = config.policy;

  return wrong > 0 && (wrong === rows || wrong > Math.max(wrongRowsFew, rows * wrongRowShare));
}

/** The digest tells whether all came that was sent, and only the deliverer whether all was sent. @throws BatchRefused */
function checkRows({ rows: meant }: Content, rows: number): void {
  if (meant !== undefined && rows !== meant) {
    throw new BatchRefused('cutOff', [
      `应有 ${meant} 行，实有 ${rows} 行`,
      `${meant} rows expected, ${rows} came`,
    ]);
  }
}

/** Reads everything; nothing of it is in force. @throws BatchRefused */
async function readAll(
  services: Services,
  batching: Batching,
  content: Content,
  { expected, tally }: { expected: string; tally: BatchTally },
): Promise<void> {
  const { feed } = batching;
  const text = new ContentText(content.charset);
  const reader = new RowReader(
    feed,
    surroundingsOf(services, services.clock.now()),
    content.format === 'csv',
  );
  const intake = new Intake(services, batching, reader, tally);
  for await (const line of linesOf(feed, content, text)) {
    await intake.take(line);
  }
  await intake.finish();
  if (text.digest() !== expected) {
    throw new BatchRefused('cutOff');
  }
  const { rows, wrong } = tally;
  checkRows(content, rows);
  if (isTooWrong(services, rows, wrong)) {
    // Refused with the rows that are wrong, so that they can be mended. A person reads them on a page.
    const told = batching.batch.origin === 'key' ? tally.firstFaults() : [];
    await tally.keepFaults(services, batching.batch);
    throw new BatchRefused('tooManyWrong', `${wrong}/${rows}`, told);
  }
}

/** Whatever goes wrong, nothing of the batch stays but what it says of itself. */
async function giveUp(
  services: Services,
  { id, holder }: FeedBatch,
  tally: BatchTally,
  error: unknown,
): Promise<void> {
  const fault = error instanceof BatchRefused ? error.fault : 'interrupted';
  const counts = { rowCount: tally.rows, wrong: tally.wrong };
  const dropped = await dropBatch(services, id, {
    state: 'refused',
    fault,
    counts,
    from: 'receiving',
    holder,
  });
  if (dropped) {
    await tally.keepFaults(services, dropped);
  }
}

/**
 * Takes in one delivery from outside: read as it comes, stored in slices, and in force all at once or not at all.
 * @throws batch_refused, batch_out_of_order, batch_under_way, batch_waiting, same_batch_other_content
 */
export async function receiveBatch(
  services: Services,
  origin: Origin,
  feed: FeedRule,
  delivered: Delivered,
  content: Content,
): Promise<Received> {
  const { batch, isRepeat } = await openBatch(services, origin, feed, delivered);
  if (isRepeat) {
    return { batch, isRepeat };
  }
  const tally = new BatchTally();
  try {
    return await whileHeld(services, batch, async () => {
      await readAll(services, { batch, feed }, content, { expected: delivered.digest, tally });
      await tally.keepFaults(services, batch);

      return { batch: await holdBatch(services, origin, batch, tally), isRepeat };
    });
  } catch (error) {
    await giveUp(services, batch, tally, error);
    throw error;
  }
}
