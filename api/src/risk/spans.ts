import { isRegionCondition } from '@anxing/contract/riskRules';

import { addDays, startOfDay } from '../base/days';
import type { Fact } from './fact';
import { spanOfAges } from './ages';
import { isOpenLift, knewOf } from './openLifts';
import { regionSource } from './regionFacts';
import type { FactCondition, RiskRule, RuleCondition, RuleExemption } from './rules';

/** A stretch of time, `from` included, `to` not; `to` may be Infinity. */
export interface Span {
  from: number;
  to: number;
}

/** A fact as a reason under a rule: when it counts, and when it is lifted. */
export interface Match extends Span {
  rule: RiskRule;
  fact: Fact;
  lifted: readonly Span[];
}

export function covers(span: Span, at: number): boolean {
  return span.from <= at && at < span.to;
}

/** A fact with the stretch of time in which it is true and on record. */
export interface Held extends Span {
  fact: Fact;
}

/**
 * @param knownAt when given, the facts as they stood on record at that instant, whatever was recorded before or after;
 *   left out, a fact holds only while it is on record
 */
export function heldFacts(facts: readonly Fact[], knownAt?: number): Held[] {
  if (knownAt === undefined) {
    return facts.map((fact) => ({
      fact,
      from: Math.max(fact.validFrom, fact.recordedFrom),
      to: Math.min(fact.validUntil ?? Infinity, fact.recordedUntil ?? Infinity),
    }));
  }

  return facts
    .filter((fact) => fact.recordedFrom <= knownAt && knownAt < (fact.recordedUntil ?? Infinity))
    .map((fact) => ({ fact, from: fact.validFrom, to: fact.validUntil ?? Infinity }));
}

/** What a rule is held against. */
export interface Judged {
  held: readonly Held[];
  /** YYYY-MM-DD, null where it is not known. */
  birthDate: string | null;
  zone: string;
}

/** Everything that ever counts under a rule, past and future. */
export function matchesOf(rule: RiskRule, { held: all, birthDate, zone }: Judged): Match[] {
  const life = spanOfAges(rule.ages, birthDate, zone);

  return rule.when.flatMap((condition) =>
    all
      .filter((held) => meets(condition, held.fact))
      .map((held) => ({
        rule,
        fact: held.fact,
        ...common(countingSpan(condition, held, zone), life),
        lifted: lifts(rule, held.fact, all, zone),
      }))
      .filter((match) => match.from < match.to),
  );
}

function common(one: Span, other: Span): Span {
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

/** Whether a condition is about a fact, whenever it counts. */
export function meets(condition: RuleCondition, fact: Fact): boolean {
  return isRegionCondition(condition)
    ? fact.source === regionSource && condition.regionLevels.includes(fact.kind)
    : isAbout(condition, fact);
}

function isAbout(named: { source: string; kinds: readonly string[] }, fact: Fact): boolean {
  return fact.source === named.source && named.kinds.includes(fact.kind);
}

function countingSpan(condition: RuleCondition, held: Held, zone: string): Span {
  if (isRegionCondition(condition)) {
    return { from: held.from, to: Math.min(held.to, endOfAge(held.fact.date, condition.days, zone)) };
  }

  return spanOfFact(condition, held, zone);
}

function spanOfFact(condition: FactCondition, held: Held, zone: string): Span {
  const lastDay = condition.lasts === 'whileValid' ? null : condition.lasts.days;

  return {
    from: Math.max(held.from, startOfDay(addDays(held.fact.date, condition.minAgeDays), zone)),
    to: Math.min(held.to, endOfAge(held.fact.date, lastDay, zone)),
  };
}

/** When a fact is lifted from a rule. @param all among which the exemptions are looked for */
export function lifts(rule: RiskRule, fact: Fact, all: readonly Held[], zone: string): Span[] {
  return rule.exemptions.flatMap((exemption) =>
    all
      .filter((other) => isAbout(exemption, other.fact) && liftsFact(exemption, other.fact, fact, zone))
      .map((other) => ({
        from: other.from,
        to: Math.min(other.to, endOfAge(other.fact.date, exemption.maxAgeDays, zone)),
      }))
      .filter((span) => span.from < span.to),
  );
}

function liftsFact(exemption: RuleExemption, other: Fact, fact: Fact, zone: string): boolean {
  // Without an end it would lift whatever came later, for ever.
  const isBound = exemption.onlyIfKnown || isOpenLift(other);
  const weighed = !isBound || knewOf(other, fact);

  return weighed && isLateEnough(exemption, other, fact, zone);
}

/** Of one day a negative test in the morning says nothing of a positive one in the evening. */
function isLateEnough({ daysAfter }: RuleExemption, other: Fact, fact: Fact, zone: string): boolean {
  if (daysAfter > 0 || other.date !== fact.date) {
    return other.date >= addDays(fact.date, daysAfter);
  }

  return !tellsMinute(other, zone) || !tellsMinute(fact, zone) || other.validFrom >= fact.validFrom;
}

/** What begins with its day may have been at any time of it: many write 00:00 where they know the day alone. */
function tellsMinute({ date, validFrom }: Fact, zone: string): boolean {
  return validFrom > startOfDay(date, zone);
}

/** The end of the day that lies `lastDay` days after `date`: the first instant that no longer counts. */
function endOfAge(date: string, lastDay: number | null, zone: string): number {
  return lastDay === null ? Infinity : startOfDay(addDays(date, lastDay + 1), zone);
}
