import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { Row } from '../../storage/database';
import type { Link } from '../../storage/link';
import { confirmBatch } from './batchLease';
import { tableOf, targetOf } from './feedTables';

const rowsAtOnce = { sqlite: 50, mysql: 5_000 };
const batchesAtOnce = 20;

interface Place {
  batch: number;
  line: number;
}

interface OpenPlace extends Place {
  isSeen: boolean;
  /** Whether it has not ended by itself. */
  isLasting: boolean;
}

interface Page {
  /** Rows that the batch no longer contains. */
  unseen: OpenPlace[];
  /** Rows that have not ended by themselves, seen or not. */
  lasting: number;
  /** Behind the last row that was looked at; none at the end. */
  next: Place | undefined;
}

type Reader = Pick<Link, 'select'>;

/** Whose rows are looked at, and by which batch they may have been seen. */
type Looked = Pick<FeedBatch, 'source' | 'channel' | 'origin' | 'number'>;

/** Open rows of a batch behind a place; none when it is another deliverer's, not in force, or the batch looked at itself. */
async function rowsOf(
  reader: Reader,
  table: string,
  { source, channel, number }: Looked,
  { batch, line }: Place,
  size: number,
): Promise<Row[]> {
  // Its own rows are not in force, and many: none of them is held against its batch.
  if (batch === Number(number)) {
    return [];
  }

  return reader.select(
    `SELECT t.batch, t.line, t.seen_in, t.valid_until FROM feed_batches b JOIN ${table} t ON t.batch = b.number ` +
      'WHERE b.number = ? AND b.channel = ? AND b.in_force_at IS NOT NULL ' +
      'AND t.source = ? AND t.closed_by IS NULL AND t.batch = ? AND t.line > ? ORDER BY t.batch, t.line LIMIT ?',
    [batch, channel, source, batch, line, size],
  );
}

/** Where the next batch of the source begins that has open rows, whoever delivered it. */
async function nextBatch(
  reader: Reader,
  table: string,
  { source }: Looked,
  { batch }: Place,
): Promise<Place | undefined> {
  const [row] = await reader.select(
    `SELECT t.batch FROM ${table} t WHERE t.source = ? AND t.closed_by IS NULL AND t.batch > ? ORDER BY t.batch LIMIT 1`,
    [source, batch],
  );

  return row && { batch: Number(row.batch), line: 0 };
}

/**
 * Open rows of the deliverer behind a place, batch by batch: a statement that goes past the rows of others takes as long
 * as they are many.
 */
async function rowsBehind(
  reader: Reader,
  table: string,
  looked: Looked,
  from: Place,
  size: number,
): Promise<{ rows: Row[]; next: Place | undefined }> {
  const rows: Row[] = [];
  let place: Place | undefined = from;
  for (let batches = 0; place && batches < batchesAtOnce; batches += 1) {
    rows.push(...(await rowsOf(reader, table, looked, place, size - rows.length)));
    const last = rows.at(-1);
    if (last && rows.length === size) {
      return { rows, next: { batch: Number(last.batch), line: Number(last.line) } };
    }
    place = await nextBatch(reader, table, looked, place);
  }

  return { rows, next: place };
}

async function pageOf(services: Services, reader: Reader, batch: Looked, place: Place): Promise<Page> {
  const table = tableOf(targetOf(services.feedRules, batch));
  const size = rowsAtOnce[services.database.dialect];
  const { rows, next } = await rowsBehind(reader, table, batch, place, size);
  const now = services.clock.now();
  const places = rows.map((row): OpenPlace => ({
    batch: Number(row.batch),
    line: Number(row.line),
    isSeen: Number(row.seen_in) === Number(batch.number),
    isLasting: row.valid_until === null || Number(row.valid_until) > now,
  }));

  return {
    unseen: places.filter(({ isSeen }) => !isSeen),
    lasting: places.filter(({ isLasting }) => isLasting).length,
    next,
  };
}

/** Rows that a batch no longer contains. */
export interface Unseen {
  all: number;
  /** Those that have not ended by themselves. */
  lasting: number;
}

/** How many rows a full batch no longer contains. */
export async function countUnseen(services: Services, batch: FeedBatch): Promise<Unseen> {
  const { database } = services;
  const reader: Reader = { select: (sql, values = []) => database.read(sql, values) };
  const unseen = { all: 0, lasting: 0 };
  let place: Place | undefined = { batch: 0, line: 0 };
  while (place) {
    const page: Page = await pageOf(services, reader, batch, place);
    unseen.all += page.unseen.length;
    unseen.lasting += page.unseen.filter(({ isLasting }) => isLasting).length;
    place = page.next;
    await breathe();
  }

  return unseen;
}

/**
 * How many rows of the deliverer count now: in force, neither closed nor over.
 * @param enough no more are counted, a page apart
 */
export async function countLasting(services: Services, batch: Looked, enough: number): Promise<number> {
  const { database } = services;
  const reader: Reader = { select: (sql, values = []) => database.read(sql, values) };
  let count = 0;
  let place: Place | undefined = { batch: 0, line: 0 };
  while (place && count < enough) {
    const page: Page = await pageOf(services, reader, batch, place);
    count += page.lasting;
    place = page.next;
    await breathe();
  }

  return count;
}

function byBatch(places: readonly Place[]): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const { batch, line } of places) {
    lines.set(batch, [...(lines.get(batch) ?? []), line]);
  }

  return lines;
}

/**
 * Marks the rows that a full batch no longer contains as closed by it. They count until it is in force; nothing is
 * deleted. Doing it twice changes nothing.
 * @throws BatchRefused when another process has gone on with the batch
 */
export async function closeUnseen(services: Services, batch: FeedBatch): Promise<void> {
  const { database } = services;
  const table = tableOf(targetOf(services.feedRules, batch));
  let place: Place | undefined = { batch: 0, line: 0 };
  while (place) {
    const from: Place = place;
    const page: Page = await database.bulk(async (link) => {
      await confirmBatch(services, link, batch, 'applying');
      const found = await pageOf(services, link, batch, from);
      for (const [number, lines] of byBatch(found.unseen)) {
        await link.execute(
          `UPDATE ${table} SET closed_by = ? WHERE batch = ? AND line IN (?) AND closed_by IS NULL`,
          [Number(batch.number), number, lines],
        );
      }

      return found;
    });
    place = page.next;
    await breathe();
  }
}
