import type { Fact } from '../risk/fact';
import type { Database, Row } from '../storage/database';
import type { Link } from '../storage/link';

type Reader = Pick<Link, 'select'>;
type IndexedBy = Pick<Database, 'usingIndex'>;

/** Subjects in one question. */
const atOnce = 1_000;

/** A fact as it is stored, with who delivered it. */
export interface StoredFact extends Fact {
  subjectIndex: string;
  submittedBy: string;
}

/**
 * What is recorded when stands with the batches: a fact came with one, and went with another. One whose batch is not in
 * force is not there, one that is closed by such a batch still is.
 */
const select =
  'SELECT f.batch, f.line, f.subject_index, f.source, f.kind, f.date, f.valid_from, f.valid_until, ' +
  'b.id AS batch_id, b.submitted_by, b.as_of, b.in_force_at AS recorded_from, c.in_force_at AS recorded_until ';

/** By the people: after a batch of a million rows the statistics still say that to go through the batch were less. */
function factSql(database: IndexedBy): string {
  const facts = `facts f${database.usingIndex('facts_by_batch_subject_index')}`;

  return (
    `${select}FROM ${facts} JOIN feed_batches b ON b.number = f.batch ` +
    'LEFT JOIN feed_batches c ON c.number = f.closed_by ' +
    'WHERE f.subject_index IN (?) AND b.in_force_at IS NOT NULL'
  );
}

function optional(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function toFact(row: Row): StoredFact {
  return {
    id: `${String(row.batch_id)}.${Number(row.line)}`,
    subjectIndex: String(row.subject_index),
    source: String(row.source),
    kind: String(row.kind),
    date: String(row.date),
    validFrom: Number(row.valid_from),
    validUntil: optional(row.valid_until),
    recordedFrom: Number(row.recorded_from),
    recordedUntil: optional(row.recorded_until),
    weighedAt: Math.min(Number(row.as_of), Number(row.recorded_from)),
    batchId: String(row.batch_id),
    submittedBy: String(row.submitted_by),
  };
}

export interface Wanted {
  /** Blind indexes of documents. */
  subjects: readonly string[];
  /** ms: what is closed by then is left out. Left out: everything that is stored, for a look into the past. */
  openAt?: number;
}

function readSome(reader: Reader, sql: string, subjects: readonly string[], openAt?: number): Promise<Row[]> {
  return openAt === undefined
    ? reader.select(sql, [subjects])
    : reader.select(`${sql} AND (c.in_force_at IS NULL OR c.in_force_at > ?)`, [subjects, openAt]);
}

/** Facts by subject; who has none is not in it. */
export async function readFacts(
  database: IndexedBy,
  reader: Reader,
  { subjects, openAt }: Wanted,
): Promise<Map<string, StoredFact[]>> {
  const sql = factSql(database);
  const facts = new Map<string, StoredFact[]>();
  for (let start = 0; start < subjects.length; start += atOnce) {
    for (const row of await readSome(reader, sql, subjects.slice(start, start + atOnce), openAt)) {
      const fact = toFact(row);
      facts.set(fact.subjectIndex, [...(facts.get(fact.subjectIndex) ?? []), fact]);
    }
  }

  return facts;
}

/** Reads outside a transaction. */
export function readerOf(database: Database): Reader {
  return { select: (sql, values = []) => database.read(sql, values) };
}
