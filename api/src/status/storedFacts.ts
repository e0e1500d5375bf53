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

/** With the batches that brought and closed it. */
interface Read {
  fact: StoredFact;
  batch: number;
  closedBy: number | null;
  /** Whether it came with a list that says everything anew. */
  isListed: boolean;
}

/**
 * What is recorded when stands with the batches: a fact came with one, and went with another. One whose batch is not in
 * force is not there, one that is closed by such a batch still is.
 */
const select =
  'SELECT f.batch, f.line, f.closed_by, f.subject_index, f.source, f.kind, f.date, f.valid_from, f.valid_until, ' +
  'b.id AS batch_id, b.mode, b.submitted_by, b.as_of, b.in_force_at AS recorded_from, c.in_force_at AS recorded_until ';

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

function toRead(row: Row): Read {
  return {
    fact: toFact(row),
    batch: Number(row.batch),
    closedBy: optional(row.closed_by),
    isListed: row.mode === 'full',
  };
}

function saysTheSame({ fact: one }: Read, { fact: other }: Read): boolean {
  return one.source === other.source && one.kind === other.kind && one.date === other.date;
}

/**
 * A row of a full list that comes again with only another end goes on: the same batch closes it and brings it. When it
 * brings more of them than it closes, nobody can tell which one is new, and all are.
 */
function knownFrom(read: Read, all: readonly Read[]): number {
  const { batch, fact, isListed } = read;
  const before = all.filter((one) => one.closedBy === batch && one.batch < batch && saysTheSame(one, read));
  const together = all.filter((one) => one.batch === batch && saysTheSame(one, read));
  if (!isListed || before.length === 0 || together.length > before.length) {
    return fact.recordedFrom;
  }

  return Math.max(...before.map((one) => knownFrom(one, all)));
}

/** What is on record of somebody, with since when it is known. */
function withKnown(all: readonly Read[], openAt: number | undefined): StoredFact[] {
  return all
    .filter(({ fact }) => openAt === undefined || fact.recordedUntil === null || fact.recordedUntil > openAt)
    .map((read) => (read.isListed ? { ...read.fact, knownFrom: knownFrom(read, all) } : read.fact));
}

export interface Wanted {
  /** Blind indexes of documents. */
  subjects: readonly string[];
  /** ms: what is closed by then is left out. Left out: everything that is stored, for a look into the past. */
  openAt?: number;
}

/** What is closed tells since when a row of a full list is known that took its place. */
function readSome(reader: Reader, sql: string, subjects: readonly string[], openAt?: number): Promise<Row[]> {
  return openAt === undefined
    ? reader.select(sql, [subjects])
    : reader.select(`${sql} AND (c.in_force_at IS NULL OR c.in_force_at > ? OR b.mode = 'full')`, [
        subjects,
        openAt,
      ]);
}

/** Facts by subject; who has none is not in it. */
export async function readFacts(
  database: IndexedBy,
  reader: Reader,
  { subjects, openAt }: Wanted,
): Promise<Map<string, StoredFact[]>> {
  const sql = factSql(database);
  const read = new Map<string, Read[]>();
  for (let start = 0; start < subjects.length; start += atOnce) {
    for (const row of await readSome(reader, sql, subjects.slice(start, start + atOnce), openAt)) {
      const one = toRead(row);
      const { subjectIndex } = one.fact;
      read.set(subjectIndex, [...(read.get(subjectIndex) ?? []), one]);
    }
  }
  const known = [...read].map(([subject, all]) => [subject, withKnown(all, openAt)] as const);

  return new Map(known.filter(([, facts]) => facts.length > 0));
}

/** Reads outside a transaction. */
export function readerOf(database: Database): Reader {
  return { select: (sql, values = []) => database.read(sql, values) };
}
