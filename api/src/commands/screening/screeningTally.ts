import type { Services } from '../../context';
import type { ScreeningRules } from '../../risk/screening/screeningRules';
import type { Outcome } from './planDues';

interface Counts {
  listed: number;
  neverTested: number;
  soon: number;
  overdue: number;
}

/** Counts how the people of each group stand. */
export class ScreeningTally {
  readonly counts: ReadonlyMap<string, Counts>;

  constructor({ groups }: ScreeningRules) {
    this.counts = new Map(groups.map(({ id }) => [id, { listed: 0, neverTested: 0, soon: 0, overdue: 0 }]));
  }

  add(outcomes: readonly Outcome[]): void {
    for (const { due, state } of outcomes) {
      const counts = this.counts.get(due.groupId);
      if (counts) {
        counts.listed += 1;
        counts.neverTested += due.lastTestAt === null ? 1 : 0;
        counts.soon += state === 'soon' ? 1 : 0;
        counts.overdue += state === 'overdue' ? 1 : 0;
      }
    }
  }
}

const into = 'screening_counts (group_id, listed, never_tested, soon, overdue, as_of)';
const columns = ['listed', 'never_tested', 'soon', 'overdue', 'as_of'];

/** @param asOf ms: when the counting began */
export function keepCounts({ database }: Services, tally: ScreeningTally, asOf: number): Promise<void> {
  const rows = [...tally.counts].map(([id, { listed, neverTested, soon, overdue }]) => [
    id,
    listed,
    neverTested,
    soon,
    overdue,
    asOf,
  ]);
  const changes = columns.map((column) => `${column} = new.${column}`).join(', ');

  return database.bulk((link) => link.insert(into, rows, database.onDuplicate(['group_id'], changes)));
}
