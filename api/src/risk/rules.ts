import { z } from 'zod';

import type { Colours } from './colours';
import { RiskConfigError, duplicates, parseOrRefuse } from './configError';
import type { FeedRules } from './feedRules';

const days = z.number().int().min(0).max(3650);
const kinds = z.array(z.string().min(1)).min(1);

/**
 * How long a fact counts: while it is valid, or for `days` days. The day of the event is day 0 and day `days` still
 * counts to its end, so 'within 14 days' ends at 00:00 of the 15th day after the event, in the configured zone.
 * A fact's own end is never outlived either way.
 */
const lasts = z.union([z.literal('whileValid'), z.strictObject({ days })]);

const conditionSchema = z.strictObject({
  source: z.string().min(1),
  kinds,
  /** Days after the event before the fact begins to count. */
  minAgeDays: days.default(0),
  lasts,
});

/** What lifts a reason again, such as a decision of two people or a negative test. */
const exemptionSchema = z.strictObject({
  source: z.string().min(1),
  kinds,
  /** It must have happened at least so many days after the fact's date. An earlier one proves nothing. */
  daysAfter: days.default(0),
  /** It lifts only for so many days (day 0 = its own day), null while it is valid. */
  maxAgeDays: days.nullable().default(null),
  /** It lifts only what was already on record: who decided cannot have weighed a fact that came later. */
  onlyIfKnown: z.boolean().default(false),
});

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/, 'must be a short word of latin letters'),
  enabled: z.boolean(),
  colour: z.string().min(1),
  when: z.array(conditionSchema).min(1),
  /** Texts for the person, in Chinese: why, what to do next, and where to object. */
  reason: z.string().min(1).max(60),
  advice: z.string().min(1).max(200),
  appeal: z.string().min(1).max(200),
  exemptions: z.array(exemptionSchema),
});

const riskRulesSchema = z.strictObject({
  version: z.number().int().positive(),
  rules: z.array(ruleSchema).min(1),
});

export type RuleCondition = z.infer<typeof conditionSchema>;
export type RuleExemption = z.infer<typeof exemptionSchema>;
export type RiskRule = z.infer<typeof ruleSchema>;
export type RiskRules = z.infer<typeof riskRulesSchema>;

/**
 * Takes the parsed `config/risk.json`, or a rule version of an operator.
 * @param feedRules when given, a source or kind that nothing delivers is refused too
 * @throws RiskConfigError naming every wrong place
 */
export function parseRiskRules(json: unknown, colours: Colours, feedRules?: FeedRules): RiskRules {
  const parsed = parseOrRefuse('set of risk rules', riskRulesSchema, json);
  const problems = [
    ...duplicates(parsed.rules, (rule) => rule.id, 'rules[*].id'),
    ...parsed.rules.flatMap((rule, index) => colourProblems(rule, `rules[${index}]`, colours)),
    ...(feedRules ? sourceProblems(parsed, feedRules) : []),
  ];

  if (problems.length > 0) {
    throw new RiskConfigError('set of risk rules', problems);
  }

  return parsed;
}

function colourProblems(rule: RiskRule, place: string, colours: Colours): string[] {
  if (rule.colour === colours.clear) {
    return [
      `${place}.colour: rule '${rule.id}' gives '${rule.colour}', which only the absence of reasons can give`,
    ];
  }

  if (!colours.colours.some((colour) => colour.name === rule.colour)) {
    return [`${place}.colour: rule '${rule.id}' names '${rule.colour}', which is not in the list of colours`];
  }

  return [];
}

function sourceProblems({ rules }: RiskRules, feedRules: FeedRules): string[] {
  return rules.flatMap((rule, index) => [
    ...rule.when.flatMap((item, at) => kindProblems(item, `rules[${index}].when[${at}]`, feedRules)),
    ...rule.exemptions.flatMap((item, at) =>
      kindProblems(item, `rules[${index}].exemptions[${at}]`, feedRules),
    ),
  ]);
}

function kindProblems(
  named: { source: string; kinds: string[] },
  place: string,
  feedRules: FeedRules,
): string[] {
  const feed = feedRules.find((rule) => rule.source === named.source);

  if (!feed) {
    return [`${place}.source: no feed is called '${named.source}'`];
  }

  return named.kinds
    .filter((kind) => !feed.kinds.some((known) => known.id === kind))
    .map((kind) => `${place}.kinds: '${named.source}' has no kind '${kind}'`);
}
