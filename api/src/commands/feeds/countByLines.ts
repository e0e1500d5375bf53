import { breathe } from '../../base/breathe';
import type { Services } from '../../context';

/** Rows at once, so that nobody waits for the answer. */
const linesAtOnce = { sqlite: 200, mysql: 10_000 };

/** A batch, the kinds that matter, and what has to be true of a person, as SQL about `p`. */
export interface Counted {
  batch: number;
  kinds: readonly string[];
  who: string;
  values: readonly unknown[];
}

type Reader = Pick<Services, 'database'>;

/** What a question about the people of a batch says, slice by slice along its lines. Rows that were closed since do not count. */
async function* alongLines({ database }: Reader, asked: string, { batch, kinds, who, values }: Counted) {
  const size = linesAtOnce[database.dialect];
  // Lines of the file, of which some are empty: there are more of them than rows.
  const [last] = await database.read('SELECT MAX(line) AS line FROM facts WHERE batch = ?', [batch]);
  for (let line = 0; kinds.length > 0 && line < Number(last?.line ?? 0); line += size) {
    yield await database.read(
      `SELECT ${asked} FROM facts f JOIN persons p ON p.identity_index = f.subject_index ` +
        `WHERE f.batch = ? AND f.line > ? AND f.line <= ? AND f.closed_by IS NULL AND f.kind IN (?) AND ${who}`,
      [batch, line, line + size, [...kinds], ...values],
    );
    await breathe();
  }
}

/** How many people a batch is about of whom something is true. Who is in two slices counts twice. */
export async function countByLines(reader: Reader, counted: Counted): Promise<number> {
  let count = 0;
  for await (const [row] of alongLines(reader, 'COUNT(DISTINCT p.id) AS count', counted)) {
    count += Number(row?.count ?? 0);
  }

  return count;
}

/** Adds the people a batch is about of whom something is true, until there are more than it takes to know. */
export async function gatherByLines(
  reader: Reader,
  counted: Counted,
  people: Set<string>,
  enough: number,
): Promise<void> {
  for await (const rows of alongLines(reader, 'DISTINCT p.id AS id', counted)) {
    rows.forEach(({ id }) => people.add(String(id)));
    if (people.size > enough) {
      return;
    }
  }
}
