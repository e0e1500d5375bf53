import { z } from 'zod';

import { limits } from './limits';

const days = z.number().int().min(0).max(3650);
const kinds = z.array(z.string().min(1)).min(1);

/**
 * How long a fact counts: while it is valid, or for `days` days. The day of the event is day 0 and day `days` still
 * counts to its end, so 'within 14 days' ends at 00:00 of the 15th day after the event, in the configured zone.
 * A fact's own end is never outlived either way.
 */
const lasts = z.union([z.literal('whileValid'), z.strictObject({ days })]);

/** A record of a source. */
export const factCondition = z.strictObject({
  source: z.string().min(1),
  kinds,
  /** Days after the event before the fact begins to count. */
  minAgeDays: days.default(0),
  lasts,
});

/** A stay in a region that has one of the levels: a scan by staff or a device there, or the place of the first claim. */
export const regionCondition = z.strictObject({
  regionLevels: z.array(z.string().min(1)).min(1),
  /** Days after the last day there: no more than stays are looked for. */
  days: z.number().int().min(0).max(limits.regionDays),
});

/** What lifts a reason again, such as a decision of two people or a negative test. */
const exemptionSchema = z.strictObject({
  source: z.string().min(1),
  kinds,
  /** It must have happened at least so many days after the fact's date. An earlier one proves nothing, nor does an earlier minute of the same day. */
  daysAfter: days.default(0),
  /** It lifts only for so many days (day 0 = its own day), null while it is valid. */
  maxAgeDays: days.nullable().default(null),
  /** It lifts only what was already on record: who decided cannot have weighed a fact that came later. */
  onlyIfKnown: z.boolean().default(false),
});

const years = z.number().int().min(0).max(150);

/** Whom a rule is about: full years in the configured zone. Whose age is not known is meant by every rule. */
const agesSchema = z
  .strictObject({ from: years.default(0), to: years.nullable().default(null) })
  .refine(({ from, to }) => to === null || from <= to, 'range');

export const riskRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/, 'must be a short word of latin letters'),
  enabled: z.boolean(),
  colour: z.string().min(1),
  when: z.array(z.union([factCondition, regionCondition])).min(1),
  /** Left out: everybody. */
  ages: agesSchema.optional(),
  /** Texts for the person, in Chinese: why, what to do next, and where to object. */
  reason: z.string().min(1).max(60),
  advice: z.string().min(1).max(200),
  appeal: z.string().min(1).max(200),
  exemptions: z.array(exemptionSchema),
});

export const riskRuleList = z.array(riskRule).min(1).max(60);

export type FactCondition = z.infer<typeof factCondition>;
export type RegionCondition = z.infer<typeof regionCondition>;
export type RuleCondition = FactCondition | RegionCondition;
export type RuleExemption = z.infer<typeof exemptionSchema>;
export type RiskRule = z.infer<typeof riskRule>;

export function isRegionCondition(condition: RuleCondition): condition is RegionCondition {
  return 'regionLevels' in condition;
}

/** The source whose facts two people decide. */
export const overrideSource = 'override';

/** The changes by hand that take a rule's reason away, as the rule itself says; some rules have none. */
export function liftsOfRule({ exemptions }: Pick<RiskRule, 'exemptions'>): string[] {
  return exemptions.filter(({ source }) => source === overrideSource).flatMap(({ kinds: lifts }) => lifts);
}
