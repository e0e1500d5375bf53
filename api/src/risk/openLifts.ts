import { overrideSource } from '@anxing/contract/riskRules';

import type { Fact } from './fact';

/** A decision without an end of its own: it ends with the records that it lifts. */
export function isOpenLift({ source, validUntil }: Pick<Fact, 'source' | 'validUntil'>): boolean {
  return source === overrideSource && validUntil === null;
}

/** Whether who decided knew of a record. */
export function knewOf(decision: Fact, { recordedFrom, knownFrom = recordedFrom }: Fact): boolean {
  return knownFrom <= decision.weighedAt;
}

/**
 * Whether two people have decided about what a source says, so that it counts at an instant (ms): one without an end
 * for as long as any record counts that it knew of.
 */
export function openLiftOf(kind: string, source: string, facts: readonly Fact[], now: number): boolean {
  const lasts = ({ validUntil }: Fact) => validUntil === null || validUntil > now;
  const standing = facts.filter((fact) => fact.source === source && lasts(fact));

  return facts
    .filter((fact) => fact.source === overrideSource && fact.kind === kind && lasts(fact))
    .some((lift) => !isOpenLift(lift) || standing.some((fact) => knewOf(lift, fact)));
}
