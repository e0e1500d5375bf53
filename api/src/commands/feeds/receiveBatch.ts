import { limits } from '@anxing/contract/limits';

import { breathe } from '../../base/breathe';
import type { Origin, Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { RowReader } from '../../risk/feedRows/rowReader';
import type { FeedRow } from '../../risk/feedRows/feedRow';
import type { FeedRule } from '../../risk/feedRules';
import { surroundingsOf } from '../../risk/feedRows/surroundings';
import { whileHeld } from './batchLease';
import { BatchRefused } from './batchRefused';
import { BatchTally } from './batchTally';
import { ContentText } from './contentText';
import type { Content, Delivered } from './delivered';
import { dropBatch } from './dropBatch';
import { holdBatch } from './holdBatch';
import { openBatch } from './openBatch';
import { readCsvRows } from './readCsvRows';
import { readNdjson, type DeliveredLine } from './readNdjson';
import { storeRows, type Batching } from './storeRows';

/** Rows in one transaction: on SQLite it keeps everybody else waiting. */
const sliceRows = { sqlite: 100, mysql: 1_000 };

/** Lines after which everybody else has a turn. */
const linesAtOnce = 100;

export interface Received {
  batch: FeedBatch;
  isRepeat: boolean;
}

function linesOf(feed: FeedRule, { format, chunks }: Content, text: ContentText) {
  const texts = text.read(chunks);

  return format === 'csv' ? readCsvRows(texts, feed.columns) : readNdjson(texts);
}

/** Reads lines into slices of rows, and tells what it cannot read. */
class Intake {
  private rows: FeedRow[] = [];

  constructor(
    private readonly services: Services,
    private readonly batching: Batching,
    private readonly reader: RowReader,
    readonly tally: BatchTally,
  ) {}

  async take({ line, cells, fault }: DeliveredLine): Promise<void> {
    this.tally.rows += 1;
    if (this.tally.rows % linesAtOnce === 0) {
      // Whatever becomes of the lines: wrong and ignored ones reach no transaction.
      await breathe();
    }
    if (this.tally.rows > limits.feedRows) {
      throw new BatchRefused('tooManyRows', String(limits.feedRows));
    }
    if (cells === undefined) {
      this.tally.wrongRow(line, [{ column: '', fault }]);
    } else {
      this.sort(this.reader.read(line, cells), line);
    }
    if (this.rows.length >= sliceRows[this.services.database.dialect]) {
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    if (rows.length > 0) {
      this.tally.stored(await storeRows(this.services, this.batching, rows));
      await breathe();
    }
  }

  private sort(outcome: ReturnType<RowReader['read']>, line: number): void {
    if ('row' in outcome) {
      this.rows.push(outcome.row);
    } else if ('ignored' in outcome) {
      this.tally.ignored += 1;
    } else {
      this.tally.wrongRow(line, outcome.faults);
    }
  }
}

/** A few wrong rows never cost the good ones beside them; where nothing is good, it is the file that is wrong. */
function isTooWrong({ config }: Services, rows: number, wrong: number): boolean {
  const { wrongRowShare, wrongRowsFew } = config.policy;

  return wrong > 0 && (wrong === rows || wrong > Math.max(wrongRowsFew, rows * wrongRowShare));
}

/** Reads everything; nothing of it is in force. @throws BatchRefused */
async function readAll(
  services: Services,
  batching: Batching,
  content: Content,
  expected: string,
): Promise<BatchTally> {
  const { feed } = batching;
  const text = new ContentText(content.charset);
  const reader = new RowReader(feed, surroundingsOf(services, services.clock.now()));
  const intake = new Intake(services, batching, reader, new BatchTally());
  for await (const line of linesOf(feed, content, text)) {
    await intake.take(line);
  }
  await intake.flush();
  if (text.digest() !== expected) {
    throw new BatchRefused('cutOff');
  }
  const { rows, wrong } = intake.tally;
  if (isTooWrong(services, rows, wrong)) {
    // Refused with the rows that are wrong, so that they can be mended. A person reads them on a page.
    const told = batching.batch.origin === 'key' ? intake.tally.firstFaults() : [];
    await intake.tally.keepFaults(services, batching.batch);
    throw new BatchRefused('tooManyWrong', `${wrong}/${rows}`, told);
  }

  return intake.tally;
}

/** Whatever goes wrong, nothing of the batch stays. */
async function giveUp(services: Services, { id, holder }: FeedBatch, error: unknown): Promise<void> {
  const fault = error instanceof BatchRefused ? error.fault : 'interrupted';
  await dropBatch(services, id, { state: 'refused', fault, from: 'receiving', holder });
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
  try {
    return await whileHeld(services, batch, async () => {
      const tally = await readAll(services, { batch, feed }, content, delivered.digest);
      await tally.keepFaults(services, batch);

      return { batch: await holdBatch(services, origin, batch, tally), isRepeat };
    });
  } catch (error) {
    await giveUp(services, batch, error);
    throw error;
  }
}
