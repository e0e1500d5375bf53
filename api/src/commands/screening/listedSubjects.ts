import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import { screeningSource } from '../../risk/screening/screeningRules';
import type { Row } from '../../storage/database';

const atOnce = { sqlite: 50, mysql: 1_000 };

/** The next batch with rows that nothing has closed: those before, of which nothing is left, are not even looked at. */
async function batchAfter({ database }: Services, batch: number): Promise<number | undefined> {
  const [row] = await database.read(
    'SELECT MIN(batch) AS next FROM facts WHERE source = ? AND closed_by IS NULL AND batch > ?',
    [screeningSource, batch],
  );

  return row?.next === null || row === undefined ? undefined : Number(row.next);
}

/** Open rows of a batch behind a line, along an index, each with whether its person is known in that group. */
function nextRows({ database, clock }: Services, batch: number, line: number): Promise<Row[]> {
  return database.read(
    'SELECT f.line, f.subject_index, d.id AS due FROM facts f ' +
      'JOIN feed_batches b ON b.number = f.batch AND b.in_force_at IS NOT NULL ' +
      'LEFT JOIN screening_dues d ON d.subject_index = f.subject_index AND d.group_id = f.kind ' +
      'WHERE f.source = ? AND f.closed_by IS NULL AND f.batch = ? AND f.line > ? ' +
      'AND (f.valid_until IS NULL OR f.valid_until > ?) ORDER BY f.line LIMIT ?',
    [screeningSource, batch, line, clock.now(), atOnce[database.dialect]],
  );
}

/**
 * Who is on a list and not yet known there, some at once. What a batch closes that is not in force yet is passed over: it
 * was known before, or is about to end.
 */
export async function* newSubjects(services: Services): AsyncGenerator<string[]> {
  const size = atOnce[services.database.dialect];
  let batch = await batchAfter(services, 0);
  while (batch !== undefined) {
    let line: number | undefined = 0;
    while (line !== undefined) {
      const rows = await nextRows(services, batch, line);
      const unknown = rows.filter(({ due }) => due === null).map(({ subject_index: one }) => String(one));
      if (unknown.length > 0) {
        yield [...new Set(unknown)];
      }
      line = rows.length === size ? Number(rows.at(-1)?.line) : undefined;
      await breathe();
    }
    batch = await batchAfter(services, batch);
  }
}

/** Everybody who is known, in order, some at once. @param size of the next page, asked before each */
export async function* knownSubjects({ database }: Services, size: () => number): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const rows = await database.read(
      'SELECT DISTINCT subject_index FROM screening_dues WHERE subject_index > ? ORDER BY subject_index LIMIT ?',
      [last, size()],
    );
    if (rows.length === 0) {
      return;
    }
    const subjects = rows.map(({ subject_index: one }) => String(one));
    last = subjects.at(-1) ?? last;
    yield subjects;
    await breathe();
  }
}
