import { z } from 'zod';

import { isRegionCondition, overrideSource } from '@anxing/contract/riskRules';

import { RiskConfigError, duplicates, parseOrRefuse } from './configError';
import type { FeedRules } from './feedRules';
import type { RiskRules } from './rules';

const reasonSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/, 'must be a short word of latin letters'),
  /** What people read, in Chinese. */
  name: z.string().min(1).max(60),
  /** The changes that it is a reason for. */
  kinds: z.array(z.string().min(1)).min(1),
});

const overridesSchema = z.strictObject({ reasons: z.array(reasonSchema).min(1) });

export type OverrideReason = z.infer<typeof reasonSchema>;
export type OverrideReasons = readonly OverrideReason[];

/** The changes of colour that can be made by hand. */
export function overrideKinds(feedRules: FeedRules): readonly { id: string; name: string }[] {
  return feedRules.find(({ source }) => source === overrideSource)?.kinds ?? [];
}

/** The kinds of decisions with which two people lift what a source says. */
export function kindsThatLift({ rules }: RiskRules, source: string): ReadonlySet<string> {
  const about = rules.filter(({ when }) =>
    when.some((condition) => !isRegionCondition(condition) && condition.source === source),
  );
  const lifting = about.flatMap(({ exemptions }) => exemptions);

  return new Set(lifting.filter((one) => one.source === overrideSource).flatMap(({ kinds }) => kinds));
}

/** Takes the parsed `config/overrides.json`: the closed list of reasons. @throws RiskConfigError naming every wrong place */
export function parseOverrideReasons(json: unknown, feedRules: FeedRules): OverrideReasons {
  const what = 'list of reasons for changes by hand';
  const { reasons } = parseOrRefuse(what, overridesSchema, json);
  const known = new Set(overrideKinds(feedRules).map(({ id }) => id));
  const problems = [
    ...duplicates(reasons, ({ id }) => id, 'reasons[*].id'),
    ...reasons.flatMap(({ kinds }, index) =>
      kinds
        .filter((kind) => !known.has(kind))
        .map((kind) => `reasons[${index}].kinds: '${overrideSource}' has no kind '${kind}'`),
    ),
  ];
  if (problems.length > 0) {
    throw new RiskConfigError(what, problems);
  }

  return reasons;
}
