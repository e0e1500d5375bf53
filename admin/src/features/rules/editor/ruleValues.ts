import { isRegionCondition, type RiskRule, type RuleCondition } from '@anxing/contract/riskRules';

export type Lasts = 'whileValid' | { days: number | null };

/** A condition as the form holds it: what belongs to the other type stays empty. */
export interface ConditionValues {
  type: 'fact' | 'region';
  source?: string;
  kinds?: string[];
  minAgeDays?: number | null;
  lasts?: Lasts;
  regionLevels?: string[];
  days?: number | null;
}

export interface ExemptionValues {
  source?: string;
  kinds?: string[];
  daysAfter?: number | null;
  maxAgeDays?: number | null;
  onlyIfKnown?: boolean;
}

export interface RuleValues {
  id?: string;
  enabled: boolean;
  colour?: string;
  when: ConditionValues[];
  ages?: { from?: number | null; to?: number | null };
  reason?: string;
  advice?: string;
  appeal?: string;
  exemptions: ExemptionValues[];
}

export interface DraftValues {
  comment?: string;
  rules: RuleValues[];
}

export const newCondition: ConditionValues = { type: 'fact', minAgeDays: 0, lasts: { days: 14 } };

export const newExemption: ExemptionValues = { daysAfter: 0, maxAgeDays: null, onlyIfKnown: false };

function conditionValues(condition: RuleCondition): ConditionValues {
  return { type: isRegionCondition(condition) ? 'region' : 'fact', ...condition };
}

export function valuesOf({ ages, when, ...rule }: RiskRule): RuleValues {
  return {
    ...rule,
    when: when.map(conditionValues),
    ages: { from: ages && ages.from > 0 ? ages.from : null, to: ages?.to ?? null },
  };
}

function lastsOf(lasts: Lasts | undefined) {
  return lasts === undefined || lasts === 'whileValid' ? 'whileValid' : { days: lasts.days ?? 0 };
}

function conditionOf(values: ConditionValues): RuleCondition {
  const { type, source = '', kinds = [], minAgeDays, lasts, regionLevels = [], days } = values;

  return type === 'region'
    ? { regionLevels, days: days ?? 0 }
    : { source, kinds, minAgeDays: minAgeDays ?? 0, lasts: lastsOf(lasts) };
}

function agesOf({ ages }: RuleValues): Pick<RiskRule, 'ages'> {
  const { from, to } = ages ?? {};

  return typeof from === 'number' || typeof to === 'number'
    ? { ages: { from: from ?? 0, to: to ?? null } }
    : {};
}

/** What the API gets. */
export function ruleOf(values: RuleValues): RiskRule {
  return {
    id: values.id?.trim() ?? '',
    enabled: values.enabled,
    colour: values.colour ?? '',
    when: values.when.map(conditionOf),
    ...agesOf(values),
    reason: values.reason?.trim() ?? '',
    advice: values.advice?.trim() ?? '',
    appeal: values.appeal?.trim() ?? '',
    exemptions: values.exemptions.map(({ source, kinds, daysAfter, maxAgeDays, onlyIfKnown }) => ({
      source: source ?? '',
      kinds: kinds ?? [],
      daysAfter: daysAfter ?? 0,
      maxAgeDays: maxAgeDays ?? null,
      onlyIfKnown: onlyIfKnown ?? false,
    })),
  };
}

export function newRule(colour: string | undefined): RuleValues {
  return {
    enabled: true,
    when: [newCondition],
    exemptions: [],
    ...(colour === undefined ? {} : { colour }),
  };
}
