import type { Database, Row } from '../../../storage/database';

/** A row of a register that is in force. */
export interface RegisterRow {
  batch: number;
  line: number;
  /** Of the batch. */
  channel: string;
  subject: string | null;
  matchKey: Buffer;
  partKey: Buffer | null;
  position: number | null;
  kind: string;
  date: string;
  /** ms */
  validFrom: number;
  validUntil: number | null;
}

/** Registers of a province lie in one table, and a limit tempts databases to read all of it in order. */
type RegisterIndex = 'subject_index' | 'match_key' | 'source_closed_by_batch_line';

/** Rows whose batch is in force, and that no batch in force has closed. */
function registerSql(database: Database, index: RegisterIndex): string {
  return (
    'SELECT r.batch, r.line, b.channel, r.subject_index, r.match_key, r.part_key, r.position, r.kind, r.date, r.valid_from, ' +
    `r.valid_until FROM register_rows r${database.usingIndex(`register_rows_${index}`)} ` +
    'JOIN feed_batches b ON b.number = r.batch LEFT JOIN feed_batches c ON c.number = r.closed_by ' +
    'WHERE r.source = ? AND b.in_force_at IS NOT NULL AND c.in_force_at IS NULL AND '
  );
}

function toRow(row: Row): RegisterRow {
  return {
    batch: Number(row.batch),
    line: Number(row.line),
    channel: String(row.channel),
    subject: row.subject_index === null ? null : String(row.subject_index),
    matchKey: Buffer.from(row.match_key as Uint8Array),
    partKey: row.part_key === null ? null : Buffer.from(row.part_key as Uint8Array),
    position: row.position === null ? null : Number(row.position),
    kind: String(row.kind),
    date: String(row.date),
    validFrom: Number(row.valid_from),
    validUntil: row.valid_until === null ? null : Number(row.valid_until),
  };
}

/** Rows of these people. */
export async function rowsOfSubjects(
  database: Database,
  source: string,
  subjects: readonly string[],
): Promise<RegisterRow[]> {
  const sql = `${registerSql(database, 'subject_index')} r.subject_index IN (?)`;
  const rows = await database.read(sql, [source, subjects]);

  return rows.map(toRow);
}

/** Rows of these vehicles or communities. */
export async function rowsOfMatches(
  database: Database,
  source: string,
  keys: readonly Buffer[],
): Promise<RegisterRow[]> {
  const rows = await database.read(`${registerSql(database, 'match_key')} r.match_key IN (?)`, [
    source,
    keys,
  ]);

  return rows.map(toRow);
}

/** Where a page of rows ended. */
export interface RegisterPlace {
  batch: number;
  line: number;
}

/** The next rows of a register, in the order in which they came; of some vehicles or communities when keys are given. */
export async function nextRows(
  database: Database,
  source: string,
  { batch, line }: RegisterPlace,
  size: number,
  keys?: readonly Buffer[],
): Promise<RegisterRow[]> {
  const place = '(r.batch > ? OR (r.batch = ? AND r.line > ?)) ORDER BY r.batch, r.line LIMIT ?';
  const ofKeys = keys ? 'r.match_key IN (?) AND ' : '';
  const values = [source, ...(keys ? [keys] : []), batch, batch, line, size];
  const sql = registerSql(database, keys ? 'match_key' : 'source_closed_by_batch_line');
  const rows = await database.read(`${sql} ${ofKeys}${place}`, values);

  return rows.map(toRow);
}
