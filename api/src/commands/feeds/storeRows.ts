import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { FeedRule } from '../../risk/feedRules';
import type { FeedRow } from '../../risk/feedRows/feedRow';
import type { Row } from '../../storage/database';
import type { Link } from '../../storage/link';
import { confirmBatch } from './batchLease';
import { insertInto, rowKeyIndexes, tableOf, valuesOf } from './feedTables';

/** What became of the rows of a slice. */
export interface StoredRows {
  added: number;
  withdrawn: number;
  unchanged: number;
}

/** The batch, and what its rows are. */
export interface Batching {
  batch: FeedBatch;
  feed: FeedRule;
}

/** A row that is on record and not closed. */
interface OpenRow {
  batch: number;
  line: number;
  key: string;
}

const hex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex');

function keysOf({ rowKey, formerKey, spelledKey }: FeedRow): Buffer[] {
  return [rowKey, formerKey, spelledKey].filter((key) => key !== undefined);
}

function toOpen(row: Row): OpenRow {
  return { batch: Number(row.batch), line: Number(row.line), key: hex(row.row_key) };
}

/** Open rows that say the same as these, from the same deliverer, those of the batch itself included. */
async function findOpen(
  { database }: Services,
  { batch, feed }: Batching,
  link: Link,
  rows: readonly FeedRow[],
): Promise<Map<string, OpenRow>> {
  const table = tableOf(feed.target);
  const found = await link.select(
    `SELECT t.batch, t.line, t.row_key FROM ${table} t${database.usingIndex(rowKeyIndexes[table])} ` +
      'JOIN feed_batches b ON b.number = t.batch ' +
      'WHERE t.row_key IN (?) AND t.source = ? AND t.closed_by IS NULL AND b.channel = ? ' +
      'AND (b.in_force_at IS NOT NULL OR b.number = ?)',
    [rows.flatMap(keysOf), batch.source, batch.channel, Number(batch.number)],
  );

  return new Map(found.map(toOpen).map((row) => [row.key, row]));
}

function pairs(rows: readonly OpenRow[]): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const { batch, line } of rows) {
    lines.set(batch, [...(lines.get(batch) ?? []), line]);
  }

  return lines;
}

async function mark(
  link: Link,
  table: string,
  change: string,
  value: number,
  rows: readonly OpenRow[],
): Promise<void> {
  for (const [batch, lines] of pairs(rows)) {
    await link.execute(
      `UPDATE ${table} SET ${change} WHERE batch = ? AND line IN (?) AND closed_by IS NULL`,
      [value, batch, lines],
    );
  }
}

/** What is to be done with a slice. */
interface SlicePlan {
  added: FeedRow[];
  kept: OpenRow[];
  withdrawn: OpenRow[];
  /** Rows that change nothing. */
  unchanged: number;
}

/** What is on record and says the same as a row. */
interface Recorded {
  own: OpenRow | undefined;
  /** From before spellings of places were made one: it stays as long as the row is told, beside one of its own. */
  spelled: OpenRow | undefined;
}

function recordedOf(
  { rowKey, formerKey, spelledKey }: FeedRow,
  known: ReadonlyMap<string, OpenRow>,
): Recorded {
  const find = (key: Buffer | undefined) => key && known.get(hex(key));
  const own = find(rowKey) ?? find(formerKey);
  const spelled = find(spelledKey);

  return { own, spelled: spelled === own ? undefined : spelled };
}

function planSlice(rows: readonly FeedRow[], open: ReadonlyMap<string, OpenRow>, batch: number): SlicePlan {
  const plan: SlicePlan = { added: [], kept: [], withdrawn: [], unchanged: 0 };
  const known = new Map(open);
  for (const row of rows) {
    const { own, spelled } = recordedOf(row, known);
    const there = [own, spelled].filter((one) => one !== undefined);
    const isIdle = row.operation === 'withdraw' ? there.length === 0 : own !== undefined;
    plan.unchanged += isIdle ? 1 : 0;
    if (row.operation === 'withdraw') {
      plan.withdrawn.push(...there);
      there.forEach(({ key }) => known.delete(key));
    } else {
      plan.kept.push(...there);
    }
    if (row.operation === 'add' && !own) {
      const key = hex(row.rowKey);
      plan.added.push(row);
      known.set(key, { batch, line: row.line, key });
    }
  }

  return plan;
}

/** What is sealed is named in public, and is named to who has to see that somebody was found there. */
function insertPlaces(link: Link, batch: number, rows: readonly FeedRow[]): Promise<unknown> {
  const values = rows.flatMap(({ line, place }) =>
    place ? [[batch, line, place.division, place.community, place.building]] : [],
  );

  return values.length > 0
    ? link.insert('seal_places (batch, line, division, community, building)', values)
    : Promise.resolve();
}

/**
 * Stores a slice of a batch that is not in force yet. What it adds counts from the moment the batch is in force, what
 * it withdraws until then.
 * @throws BatchRefused when another process has gone on with the batch
 */
export async function storeRows(
  services: Services,
  batching: Batching,
  rows: readonly FeedRow[],
): Promise<StoredRows> {
  const { batch, feed } = batching;
  const table = tableOf(feed.target);

  return services.database.bulk(async (link) => {
    await confirmBatch(services, link, batch, 'receiving');
    const open = await findOpen(services, batching, link, rows);
    const plan = planSlice(rows, open, batch.number);
    const values = plan.added.map((row) => valuesOf(feed.target, batch.number, batch.source, row));
    await link.insert(insertInto(feed.target), values);
    await insertPlaces(link, Number(batch.number), plan.added);
    if (feed.delivery === 'full') {
      await mark(link, table, 'seen_in = ?', batch.number, plan.kept);
    }
    await mark(link, table, 'closed_by = ?', batch.number, plan.withdrawn);

    return {
      added: plan.added.length,
      withdrawn: plan.withdrawn.length,
      unchanged: plan.unchanged,
    };
  });
}
