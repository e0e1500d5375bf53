import { noReasons, notJudged } from '../../../models/person';
import type { FactsVerdict } from '../../../risk/judgeFacts';
import type { Database, Row } from '../../../storage/database';
import type { Link } from '../../../storage/link';

/** The next people of a run, and where it stands behind them; at the end there is no position. */
export interface NextPersons {
  /** Who has to be judged. */
  persons: Row[];
  /** How many it is past: those too whose row says already what follows from no facts. */
  passed: number;
  position: string | undefined;
}

/** Which run, where it stands, and how many rows at once. */
export interface Step {
  cause: string;
  subject: string;
  position: string;
  /** At most so many are judged. */
  size: number;
  /** What holds of everybody without facts; left out while that is not the same for all of them. */
  withoutFacts?: FactsVerdict | undefined;
}

const fields =
  'id, identity_index, id_type, id_number, colour, reasons, rule_version, colour_until, claimed_at, claim_division';

/** What somebody is called in a run that stands before everybody. */
const first = '';

async function eachPerson(database: Database, link: Link, { position, size }: Step): Promise<NextPersons> {
  const persons = await link.select(
    `SELECT ${fields} FROM persons WHERE id > ? ORDER BY id LIMIT ?${database.forUpdate}`,
    [position, size],
  );
  const last = persons.at(-1);

  return {
    persons,
    passed: persons.length,
    position: last && persons.length === size ? String(last.id) : undefined,
  };
}

/** Of so many times as many people most have no facts. */
const passedForEach = 10;

const isConcerned =
  '(rule_version = ? OR colour <> ? OR reasons <> ? OR colour_until IS NOT NULL ' +
  'OR EXISTS (SELECT 1 FROM facts WHERE facts.subject_index = persons.identity_index))';

async function countUntil(link: Link, from: string, to: string | undefined): Promise<number> {
  const [row] =
    to === undefined
      ? await link.select('SELECT COUNT(*) AS count FROM persons WHERE id > ?', [from])
      : await link.select('SELECT COUNT(*) AS count FROM persons WHERE id > ? AND id <= ?', [from, to]);

  return Number(row?.count);
}

/** The last one of so many; undefined when there are fewer. */
async function endOfPage(link: Link, position: string, count: number): Promise<string | undefined> {
  const [row] = await link.select('SELECT id FROM persons WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?', [
    position,
    count - 1,
  ]);

  return row && String(row.id);
}

/**
 * Of everybody those of whom something is reported, or whose row says something: what the others are is known, and is
 * what their rows say. The rows are read as they are after whoever writes them has committed, so that nobody slips through.
 */
async function concerned(
  database: Database,
  link: Link,
  { position, size }: Step,
  { colour }: FactsVerdict,
): Promise<NextPersons> {
  const end = await endOfPage(link, position, size * passedForEach);
  const persons = await link.select(
    `SELECT ${fields} FROM persons WHERE id > ?${end === undefined ? '' : ' AND id <= ?'} AND ${isConcerned} ` +
      `ORDER BY id LIMIT ?${database.forUpdate}`,
    [position, ...(end === undefined ? [] : [end]), notJudged, colour, noReasons, size],
  );
  const next = persons.length === size ? String(persons.at(-1)?.id) : end;

  return { persons, passed: await countUntil(link, position, next), position: next };
}

/** One by one while no facts need not mean no reasons; otherwise only those whom facts or their own row concern. */
function everybody(database: Database, link: Link, step: Step): Promise<NextPersons> {
  const { withoutFacts } = step;
  const isPlain = withoutFacts?.reasons.length === 0 && withoutFacts.until === null;

  return isPlain ? concerned(database, link, step, withoutFacts) : eachPerson(database, link, step);
}

/** These people, held in the order of their ids like those of every other run: of two that want the same ones, one waits. */
export async function personsOf(database: Database, link: Link, ids: readonly string[]): Promise<Row[]> {
  return ids.length === 0
    ? []
    : link.select(`SELECT ${fields} FROM persons WHERE id IN (?) ORDER BY id${database.forUpdate}`, [
        [...ids].sort(),
      ]);
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => String(id));
}

async function withSubjects(database: Database, link: Link, rows: readonly Row[]): Promise<Row[]> {
  const subjects = [...new Set(rows.map(({ subject_index: subject }) => String(subject)))].sort();
  if (subjects.length === 0) {
    return [];
  }
  const found = await link.select('SELECT id FROM persons WHERE identity_index IN (?)', [subjects]);

  return personsOf(database, link, idsOf(found));
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
  const persons = await withSubjects(database, link, rows);

  return {
    persons,
    passed: persons.length,
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
  const persons = await withSubjects(database, link, rows);

  return {
    persons,
    passed: persons.length,
    position: last && rows.length === size ? `closed ${Number(last.batch)} ${Number(last.line)}` : undefined,
  };
}

/** The next people that a run concerns, locked. */
export function nextPersons(database: Database, link: Link, step: Step): Promise<NextPersons> {
  return step.cause === 'batch' ? ofBatch(database, link, step) : everybody(database, link, step);
}

/** People whose colour or reasons end by themselves, the longest overdue first. */
export async function overduePersons(
  database: Database,
  link: Link,
  now: number,
  size: number,
): Promise<Row[]> {
  const found = await link.select(
    'SELECT id FROM persons WHERE colour_until <= ? ORDER BY colour_until LIMIT ?',
    [now, size],
  );

  return personsOf(database, link, idsOf(found));
}
