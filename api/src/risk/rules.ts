import { z } from 'zod';

import { isRegionCondition, riskRuleList, type RiskRule } from '@anxing/contract/riskRules';

import type { Colours } from './colours';
import { RiskConfigError, duplicates, parseOrRefuse } from './configError';
import type { FeedRules } from './feedRules';

export type {
  FactCondition,
  RegionCondition,
  RiskRule,
  RuleCondition,
  RuleExemption,
} from '@anxing/contract/riskRules';

const riskRulesSchema = z.strictObject({
  version: z.number().int().positive(),
  rules: riskRuleList,
});

export type RiskRules = z.infer<typeof riskRulesSchema>;

/** Something in a list of rules that is well formed and means nothing. `key` is one of the field texts. */
export interface RuleFault {
  /** From the list on, for example `0.when.1.kinds`. */
  path: string;
  key: 'colour' | 'feedSource' | 'regionLevel' | 'twice';
  /** For the log of a start. */
  text: string;
}

export interface RuleSurroundings {
  colours: Colours;
  /** When given, a source or kind that nothing delivers is refused too. */
  feedRules?: FeedRules;
  /** Ids of the levels a region can have; when given, any other one is refused. */
  regionLevels?: readonly string[];
}

/**
 * Takes the parsed `config/risk.json`, or a rule version of an operator.
 * @throws RiskConfigError naming every wrong place
 */
export function parseRiskRules(
  json: unknown,
  colours: Colours,
  feedRules?: FeedRules,
  regionLevels?: readonly string[],
): RiskRules {
  const parsed = parseOrRefuse('set of risk rules', riskRulesSchema, json);
  const faults = ruleFaults(parsed.rules, { colours, feedRules, regionLevels });

  if (faults.length > 0) {
    throw new RiskConfigError(
      'set of risk rules',
      faults.map(({ text }) => text),
    );
  }

  return parsed;
}

/** Everything in a well-formed list of rules that does not fit the rest of the configuration. */
export function ruleFaults(rules: readonly RiskRule[], around: RuleSurroundings): RuleFault[] {
  const ids = duplicates(rules, (rule) => rule.id, 'rules[*].id').map((text) => ({
    path: `${/\[(\d+)\]/.exec(text)?.[1] ?? '0'}.id`,
    key: 'twice' as const,
    text,
  }));

  return [
    ...ids,
    ...rules.flatMap((rule, index) => colourFaults(rule, index, around.colours)),
    ...rules.flatMap((rule, index) => conditionFaults(rule, index, around)),
  ];
}

function colourFaults(rule: RiskRule, index: number, colours: Colours): RuleFault[] {
  const place = `rules[${index}].colour`;
  const fault = (text: string): RuleFault => ({ path: `${index}.colour`, key: 'colour', text });

  if (rule.colour === colours.clear) {
    return [
      fault(`${place}: rule '${rule.id}' gives '${rule.colour}', which only the absence of reasons can give`),
    ];
  }

  if (!colours.colours.some((colour) => colour.name === rule.colour)) {
    return [fault(`${place}: rule '${rule.id}' names '${rule.colour}', which is not in the list of colours`)];
  }

  return [];
}

function conditionFaults(rule: RiskRule, index: number, around: RuleSurroundings): RuleFault[] {
  const { feedRules, regionLevels } = around;

  return [
    ...rule.when.flatMap((condition, at) => {
      const path = `${index}.when.${at}`;

      return isRegionCondition(condition)
        ? levelFaults(condition.regionLevels, path, regionLevels)
        : sourceFaults(condition, path, feedRules);
    }),
    ...rule.exemptions.flatMap((exemption, at) =>
      sourceFaults(exemption, `${index}.exemptions.${at}`, feedRules),
    ),
  ];
}

/** `0.when.1` as `rules[0].when[1]`. */
function spelled(path: string): string {
  return `rules.${path}`.replaceAll(/\.(\d+)/g, '[$1]');
}

function levelFaults(
  named: readonly string[],
  path: string,
  known: readonly string[] | undefined,
): RuleFault[] {
  return named
    .filter((level) => known && !known.includes(level))
    .map((level) => ({
      path: `${path}.regionLevels`,
      key: 'regionLevel',
      text: `${spelled(path)}.regionLevels: no level is called '${level}'`,
    }));
}

function sourceFaults(
  named: { source: string; kinds: string[] },
  path: string,
  feedRules: FeedRules | undefined,
): RuleFault[] {
  if (!feedRules) {
    return [];
  }

  const feed = feedRules.find((rule) => rule.source === named.source);
  const fault = (field: string, text: string): RuleFault => ({
    path: `${path}.${field}`,
    key: 'feedSource',
    text: `${spelled(path)}.${field}: ${text}`,
  });

  if (!feed) {
    return [fault('source', `no feed is called '${named.source}'`)];
  }

  if (!feed.rulesMayAsk) {
    return [fault('source', `no rule may ask for '${named.source}'`)];
  }

  return named.kinds
    .filter((kind) => !feed.kinds.some((known) => known.id === kind))
    .map((kind) => fault('kinds', `'${named.source}' has no kind '${kind}'`));
}
