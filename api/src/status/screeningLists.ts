import type { ScreeningFilter } from '@anxing/contract/screening';

import { addDays, dayOf } from '../base/days';
import type { Services } from '../context';
import type { ScreeningGroup } from '../risk/screening/screeningRules';
import type { Row } from '../storage/database';

/** What was counted of a group. */
export interface GroupCounts {
  listed: number;
  neverTested: number;
  soon: number;
  overdue: number;
  /** ms */
  asOf: number;
}

/** By group; a group that was never gone through is not in it. */
export async function screeningCounts({
  database,
}: Pick<Services, 'database'>): Promise<Map<string, GroupCounts>> {
  const rows = await database.read(
    'SELECT group_id, listed, never_tested, soon, overdue, as_of FROM screening_counts',
    [],
  );

  return new Map(
    rows.map((row) => [
      String(row.group_id),
      {
        listed: Number(row.listed),
        neverTested: Number(row.never_tested),
        soon: Number(row.soon),
        overdue: Number(row.overdue),
        asOf: Number(row.as_of),
      },
    ]),
  );
}

/** Somebody on a list, as it is kept. */
export interface ListedPerson {
  id: string;
  subject: string;
  group: ScreeningGroup;
  listedOn: string;
  lastTestAt: number | null;
  dueOn: string;
}

/** Where a page begins: behind this one. */
export interface ListPlace {
  dueOn: string;
  id: string;
}

interface Wanted {
  groups: readonly ScreeningGroup[];
  state: ScreeningFilter | undefined;
  after: ListPlace | undefined;
  limit: number;
  now: number;
}

/** Each condition is a range of an index that begins with the group. */
function conditionOf(
  { remindDaysBefore }: ScreeningGroup,
  state: ScreeningFilter | undefined,
  today: string,
) {
  const near = addDays(today, remindDaysBefore);
  switch (state) {
    case 'overdue':
      return { sql: ' AND due_on < ?', values: [today] };
    case 'soon':
      return { sql: ' AND due_on >= ? AND due_on <= ?', values: [today, near] };
    case 'onTime':
      return { sql: ' AND due_on > ?', values: [near] };
    case 'never':
      return { sql: ' AND last_test_at IS NULL', values: [] };
    default:
      return { sql: '', values: [] };
  }
}

function toListed(group: ScreeningGroup, row: Row): ListedPerson {
  return {
    id: String(row.id),
    subject: String(row.subject_index),
    group,
    listedOn: String(row.listed_on),
    lastTestAt: row.last_test_at === null ? null : Number(row.last_test_at),
    dueOn: String(row.due_on),
  };
}

/** The index of a list by how it is narrowed: who was never tested lies together. */
function indexFor(state: ScreeningFilter | undefined): string {
  return state === 'never'
    ? 'screening_dues_group_id_last_test_at_due_on_id'
    : 'screening_dues_group_id_due_on_id';
}

async function listedIn(
  { database, config }: Pick<Services, 'database' | 'config'>,
  group: ScreeningGroup,
  { state, after, limit, now }: Wanted,
): Promise<ListedPerson[]> {
  const condition = conditionOf(group, state, dayOf(now, config.brand.zone));
  const behind = after ? ' AND due_on >= ? AND (due_on > ? OR id > ?)' : '';
  const rows = await database.read(
    'SELECT id, subject_index, listed_on, last_test_at, due_on ' +
      `FROM screening_dues${database.usingIndex(indexFor(state))} ` +
      `WHERE group_id = ?${condition.sql}${behind} ORDER BY due_on, id LIMIT ?`,
    [group.id, ...condition.values, ...(after ? [after.dueOn, after.dueOn, after.id] : []), limit],
  );

  return rows.map((row) => toListed(group, row));
}

function byDue(one: ListedPerson, other: ListedPerson): number {
  const [a, b] = [`${one.dueOn} ${one.id}`, `${other.dueOn} ${other.id}`];
  if (a === b) {
    return 0;
  }

  return a < b ? -1 : 1;
}

/** Who is on the lists of these groups, the longest due first. Of each group as many as the page may hold are read. */
export async function listedPeople(
  services: Pick<Services, 'database' | 'config'>,
  wanted: Wanted,
): Promise<ListedPerson[]> {
  const found: ListedPerson[] = [];
  for (const group of wanted.groups) {
    found.push(...(await listedIn(services, group, wanted)));
  }

  return found.sort(byDue).slice(0, wanted.limit);
}
