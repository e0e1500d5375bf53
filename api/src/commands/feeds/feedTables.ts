import type { FeedBatch } from '../../models/feedBatch';
import type { FeedRules, FeedTarget } from '../../risk/feedRules';
import type { FeedRow } from '../../risk/feedRows/feedRow';

export type FeedTable = 'facts' | 'register_rows';

/** Where the rows of a feed are kept. */
export function tableOf(target: FeedTarget): FeedTable {
  return target === 'facts' ? 'facts' : 'register_rows';
}

/** The index by what rows say: `facts` were made under another name. */
export const rowKeyIndexes: Record<FeedTable, string> = {
  facts: 'facts_by_batch_row_key',
  register_rows: 'register_rows_row_key',
};

/** What the rows of a batch are: what is derived from registers are facts, whatever its feed brings. */
export function targetOf(
  feedRules: FeedRules,
  { source, origin }: Pick<FeedBatch, 'source' | 'origin'>,
): FeedTarget {
  const feed = feedRules.find((rule) => rule.source === source);

  return origin === 'derived' ? 'facts' : (feed?.target ?? 'facts');
}

/** Whether somebody's colour can follow from a feed: nobody is judged anew for what no rule may ask for. */
export function mayTurn({ feedRules }: { feedRules: FeedRules }, source: string): boolean {
  return feedRules.find((rule) => rule.source === source)?.rulesMayAsk !== false;
}

const columns = {
  facts: 'batch, line, source, subject_index, kind, date, valid_from, valid_until, row_key',
  register_rows:
    'batch, line, source, subject_index, kind, date, valid_from, valid_until, row_key, match_key, part_key, position',
};

/** `table (column, …)` for an insert. */
export function insertInto(target: FeedTarget): string {
  const table = tableOf(target);

  return `${table} (${columns[table]})`;
}

/** The values of a row, in the order of the columns. */
export function valuesOf(target: FeedTarget, batch: number, source: string, row: FeedRow): unknown[] {
  const { line, subject, kind, date, validFrom, validUntil, rowKey } = row;
  const common = [batch, line, source, subject, kind, date, validFrom, validUntil, rowKey];

  return target === 'facts' ? common : [...common, row.matchKey, row.partKey, row.position];
}
