import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { Row } from '../../storage/database';

/** What a batch ends: what it no longer contains, and what it or batches before it have closed. */
export interface Ending {
  batch: Pick<FeedBatch, 'source' | 'channel' | 'number'>;
  /** Whether what it no longer contains ends. */
  isWhole: boolean;
  /** Numbers of batches: what they closed ends, or has ended lately. */
  closers: readonly number[];
}

/** A sealed community on record. */
export interface Seal {
  batch: number;
  line: number;
  matchKey: Buffer;
  partKey: Buffer | null;
  position: number | null;
  /** Whether it is on record from the same deliverer. */
  isOwn: boolean;
  /** Ends by the batch, ended lately by one before it, or stays. */
  fate: 'ends' | 'ended' | 'stays';
}

const sealsAtOnce = 500;

const sealColumns =
  'r.batch, r.line, r.match_key, r.part_key, r.position, r.seen_in, r.closed_by, b.channel FROM register_rows r';
const lastingSql = '(r.valid_until IS NULL OR r.valid_until > ?)';

const bytes = (cell: unknown): Buffer | null => (cell === null ? null : Buffer.from(cell as Uint8Array));

function fateOf({ batch, isWhole }: Ending, row: Row, isOwn: boolean): Seal['fate'] {
  const number = Number(batch.number);
  if (row.closed_by !== null) {
    return Number(row.closed_by) === number ? 'ends' : 'ended';
  }

  return isWhole && isOwn && Number(row.seen_in) !== number ? 'ends' : 'stays';
}

function sealOf(ending: Ending, row: Row): Seal {
  const { channel, number } = ending.batch;
  const isOwn = row.channel === channel && Number(row.batch) !== Number(number);

  return {
    batch: Number(row.batch),
    line: Number(row.line),
    matchKey: Buffer.from(row.match_key as Uint8Array),
    partKey: bytes(row.part_key),
    position: row.position === null ? null : Number(row.position),
    isOwn,
    fate: fateOf(ending, row, isOwn),
  };
}

/** The deliverer's next seals on record, those that ended lately among them, in the order in which they came. */
export async function nextSeals(
  { database, clock }: Services,
  ending: Ending,
  behind: Pick<Seal, 'batch' | 'line'>,
): Promise<Seal[]> {
  const { batch, closers } = ending;
  const rows = await database.read(
    `SELECT ${sealColumns}${database.usingIndex('register_rows_source_closed_by_batch_line')} ` +
      'JOIN feed_batches b ON b.number = r.batch WHERE r.source = ? AND b.channel = ? AND b.in_force_at IS NOT NULL ' +
      `AND (r.closed_by IS NULL OR r.closed_by IN (?)) AND ${lastingSql} ` +
      'AND (r.batch > ? OR (r.batch = ? AND r.line > ?)) ORDER BY r.batch, r.line LIMIT ?',
    [batch.source, batch.channel, closers, clock.now(), behind.batch, behind.batch, behind.line, sealsAtOnce],
  );

  return rows.map((row) => sealOf(ending, row));
}

/** Every seal of these communities that counts or did lately, whoever delivered it, by community. */
export async function sealsOf(
  { database, clock }: Services,
  ending: Ending,
  keys: readonly Buffer[],
): Promise<Map<string, Seal[]>> {
  const { batch, closers } = ending;
  const rows = await database.read(
    `SELECT ${sealColumns}${database.usingIndex('register_rows_match_key')} ` +
      'JOIN feed_batches b ON b.number = r.batch ' +
      'WHERE r.match_key IN (?) AND r.source = ? AND (b.in_force_at IS NOT NULL OR b.number = ?) ' +
      `AND (r.closed_by IS NULL OR r.closed_by IN (?)) AND ${lastingSql} ORDER BY r.batch, r.line`,
    [keys, batch.source, Number(batch.number), closers, clock.now()],
  );
  const byKey = new Map<string, Seal[]>();
  for (const seal of rows.map((row) => sealOf(ending, row))) {
    const key = seal.matchKey.toString('hex');
    byKey.set(key, [...(byKey.get(key) ?? []), seal]);
  }

  return byKey;
}
