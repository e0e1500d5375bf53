import type { Database, Row } from '../../../storage/database';
import type { Link } from '../../../storage/link';

/** The next people of a run, and where it stands behind them; at the end there is no position. */
export interface NextPersons {
  persons: Row[];
  position: string | undefined;
}

/** Which run, where it stands, and how many rows at once. */
export interface Step {
  cause: string;
  subject: string;
  position: string;
  size: number;
}

const fields =
  'id, identity_index, id_type, id_number, colour, reasons, rule_version, colour_until, claimed_at, claim_division';

/** What somebody is called in a run that stands before everybody. */
const first = '';

async function everybody(database: Database, link: Link, { position, size }: Step): Promise<NextPersons> {
  const persons = await link.select(
    `SELECT ${fields} FROM persons WHERE id > ? ORDER BY id LIMIT ?${database.forUpdate}`,
    [position, size],
  );
  const last = persons.at(-1);

  return { persons, position: last && persons.length === size ? String(last.id) : undefined };
}

async function withSubjects(database: Database, link: Link, rows: readonly Row[]): Promise<Row[]> {
  const subjects = [...new Set(rows.map(({ subject_index: subject }) => String(subject)))].sort();

  return subjects.length === 0
    ? []
    : link.select(`SELECT ${fields} FROM persons WHERE identity_index IN (?)${database.forUpdate}`, [
        subjects,
      ]);
}

/** Whom a batch brought something about; then whom it took something from. */
async function ofBatch(database: Database, link: Link, step: Step): Promise<NextPersons> {
  const [phase = 'added', batch = '0', line = '0'] = step.position === first ? [] : step.position.split(' ');
  const after = [Number(batch), Number(line)] as const;
  const number = Number(step.subject);

  return phase === 'added'
    ? added(database, link, number, after[1], step.size)
    : closed(database, link, number, after, step.size);
}

async function added(
  database: Database,
  link: Link,
  batch: number,
  line: number,
  size: number,
): Promise<NextPersons> {
  const rows = await link.select(
    'SELECT line, subject_index FROM facts WHERE batch = ? AND line > ? ORDER BY line LIMIT ?',
    [batch, line, size],
  );
  const last = rows.at(-1);
  const isOver = rows.length < size;

  return {
    persons: await withSubjects(database, link, rows),
    position: isOver ? 'closed 0 0' : `added 0 ${Number(last?.line)}`,
  };
}

async function closed(
  database: Database,
  link: Link,
  number: number,
  [batch, line]: readonly [number, number],
  size: number,
): Promise<NextPersons> {
  const sql =
    'SELECT f.batch, f.line, f.subject_index FROM feed_batches b JOIN facts f ON f.source = b.source AND f.closed_by = b.number ' +
    'WHERE b.number = ? AND ';
  // The rest of one batch, then those after it: each goes along an index.
  const rest = await link.select(`${sql} f.batch = ? AND f.line > ? ORDER BY f.batch, f.line LIMIT ?`, [
    number,
    batch,
    line,
    size,
  ]);
  const after =
    rest.length < size
      ? await link.select(`${sql} f.batch > ? ORDER BY f.batch, f.line LIMIT ?`, [
          number,
          batch,
          size - rest.length,
        ])
      : [];
  const rows = [...rest, ...after];
  const last = rows.at(-1);

  return {
    persons: await withSubjects(database, link, rows),
    position: last && rows.length === size ? `closed ${Number(last.batch)} ${Number(last.line)}` : undefined,
  };
}

/** The next people that a run concerns, locked. */
export function nextPersons(database: Database, link: Link, step: Step): Promise<NextPersons> {
  return step.cause === 'batch' ? ofBatch(database, link, step) : everybody(database, link, step);
}

/** These people. */
export function personsOf(database: Database, link: Link, ids: readonly string[]): Promise<Row[]> {
  return link.select(`SELECT ${fields} FROM persons WHERE id IN (?)${database.forUpdate}`, [ids]);
}

/** People whose colour or reasons end by themselves, the longest overdue first. */
export async function overduePersons(
  database: Database,
  link: Link,
  now: number,
  size: number,
): Promise<Row[]> {
  return link.select(
    `SELECT ${fields} FROM persons WHERE colour_until <= ? ORDER BY colour_until LIMIT ?${database.forUpdate}`,
    [now, size],
  );
}
