import { breathe } from '../base/breathe';
import { idToBytes } from '../base/ids';
import type { InstantKey } from '../base/paging';
import type { Database } from '../storage/database';
import { readPassage, type Passage } from './passage';
import { branchesOf, type Branch } from './passageBranches';
import { narrowing, whereOf, type PassageFilter } from './passageWhere';

/** Most pages are filled by the last days: only what is rare is sought in all. */
const recentMs = 2 * 86_400_000;

/**
 * The keys come from indexes alone, in order and already narrowed; whole rows are read for one page only.
 */
async function readPage(
  database: Database,
  zone: string,
  filter: PassageFilter,
  limit: number,
  after: InstantKey | undefined,
): Promise<Passage[]> {
  const common = narrowing(filter, zone, after);
  const branches = branchesOf(filter).map(({ index, conditions }) => {
    const { where, values } = whereOf([...conditions, ...common]);
    const from = `passages${database.usingIndex(index)}`;
    const sql = `SELECT day, id, at FROM ${from} WHERE ${where} ORDER BY at DESC, id DESC LIMIT ?`;

    return { sql: `SELECT * FROM (${sql}) AS branch`, values: [...values, limit] };
  });
  if (branches.length === 0) {
    return [];
  }
  const keys = `${branches.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ?`;
  const rows = await database.select(
    `SELECT p.* FROM (${keys}) AS k JOIN passages p ON p.day = k.day AND p.id = k.id AND p.unit_id = ? ORDER BY k.at DESC, k.id DESC`,
    [...branches.flatMap(({ values }) => values), limit, idToBytes(filter.unitId)],
  );

  return rows.map(readPassage);
}

/** Passages of a unit, newest first. A later page costs what the first one does. */
export async function listPassages(
  database: Database,
  zone: string,
  filter: PassageFilter,
  limit: number,
  after?: InstantKey,
): Promise<Passage[]> {
  const isFew = filter.personId !== undefined || filter.nameIndex !== undefined;
  const end = Math.min(filter.until, after?.at ?? filter.until);
  const recent = isFew ? filter.from : Math.max(filter.from, end - recentMs);
  const found = await readPage(database, zone, { ...filter, from: recent }, limit, after);
  if (found.length === limit || recent === filter.from) {
    return found;
  }
  const rest = { ...filter, until: recent };

  return [...found, ...(await readPage(database, zone, rest, limit - found.length, after))];
}

/** Rows that SQLite goes through in some milliseconds. */
const sliceRows = 5_000;

/** When the newest rows of a branch, some thousands, begin: whether they fit the filter or not, they must be gone through. */
async function sliceStart(
  database: Database,
  zone: string,
  { index, conditions }: Branch,
  { unitId, from, until }: PassageFilter,
  slice: number,
): Promise<number> {
  // A statement of MySQL's holds up nobody here.
  if (database.dialect === 'mysql') {
    return from;
  }
  const { where, values } = whereOf([...conditions, ...narrowing({ unitId, from, until }, zone, undefined)]);
  const [row] = await database.select(
    `SELECT at FROM passages${database.usingIndex(index)} WHERE ${where} ORDER BY at DESC LIMIT 1 OFFSET ?`,
    [...values, slice],
  );

  return row ? Number(row.at) : from;
}

async function countBranch(
  database: Database,
  zone: string,
  { index, conditions }: Branch,
  filter: PassageFilter,
  most: number,
): Promise<number> {
  const { where, values } = whereOf([...conditions, ...narrowing(filter, zone, undefined)]);
  const rows = `SELECT day FROM passages${database.usingIndex(index)} WHERE ${where} LIMIT ?`;
  const [row] = await database.select(`SELECT COUNT(*) AS found FROM (${rows}) AS counted`, [
    ...values,
    most,
  ]);

  return Number(row?.found);
}

/**
 * How many passages a list holds, counted up to `most`: beyond, nobody waits for the rest.
 * @param slice rows that one statement may go through, and those of one more millisecond
 */
export async function countPassages(
  database: Database,
  zone: string,
  filter: PassageFilter,
  most: number,
  slice = sliceRows,
): Promise<number> {
  let count = 0;
  for (const branch of branchesOf(filter)) {
    let { until } = filter;
    while (until > filter.from && count < most) {
      const from = await sliceStart(database, zone, branch, { ...filter, until }, slice);
      count += await countBranch(database, zone, branch, { ...filter, from, until }, most - count);
      until = from;
      await breathe();
    }
  }

  return count;
}
