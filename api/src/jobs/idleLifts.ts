import { isRegionCondition, liftsOfRule, overrideSource } from '@anxing/contract/riskRules';

import type { RiskRules } from '../risk/rules';
import type { Row } from '../storage/database';
import type { Link } from '../storage/link';

/** Sources of the reasons that each kind of lift takes away, by rules in force or to come. */
export function liftedSources(versions: readonly RiskRules[]): Map<string, Set<string>> {
  const byKind = new Map<string, Set<string>>();
  for (const rule of versions.flatMap(({ rules }) => rules)) {
    const sources = rule.when.flatMap((condition) =>
      isRegionCondition(condition) ? [] : [condition.source],
    );
    for (const kind of liftsOfRule(rule)) {
      byKind.set(kind, new Set([...(byKind.get(kind) ?? []), ...sources]));
    }
  }

  return byKind;
}

export interface LiftsLimit {
  /** YYYY-MM-DD: younger ones stay in any case. Stays in regions are over long before. */
  day: string;
  /** The batch that the rows are of. */
  batch: number;
  liftedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Lifts without an end of their own that have nothing left to lift: no record that came before them is kept of what
 * their rules ask for. Batches are gone through in their order, so that those records went before.
 */
export async function idleLifts(
  link: Pick<Link, 'select'>,
  rows: readonly Row[],
  { day, batch, liftedBy }: LiftsLimit,
): Promise<Set<Row>> {
  const isOpen = ({ source, valid_until: until, date }: Row) =>
    source === overrideSource && until === null && String(date) < day;
  const open = rows.filter(isOpen);
  if (open.length === 0) {
    return new Set();
  }
  const earlier = await link.select(
    'SELECT DISTINCT subject_index, source FROM facts WHERE subject_index IN (?) AND batch < ?',
    [[...new Set(open.map(({ subject_index: subject }) => String(subject)))], batch],
  );
  const known = new Set(
    earlier.map(({ subject_index: subject, source }) => `${String(subject)} ${String(source)}`),
  );

  return new Set(
    open.filter(({ subject_index: subject, kind }) =>
      [...(liftedBy.get(String(kind)) ?? [])].every((source) => !known.has(`${String(subject)} ${source}`)),
    ),
  );
}
