import {
  isRegionCondition,
  type FactCondition,
  type RegionCondition,
  type RiskRule,
  type RuleCondition,
  type RuleExemption,
} from '@anxing/contract/riskRules';

import type { RuleNames } from './ruleNames';

function kindsText(source: string, kinds: readonly string[], names: RuleNames): string {
  return kinds.map((kind) => `“${names.kind(source, kind)}”`).join('、');
}

function factText({ source, kinds, minAgeDays, lasts }: FactCondition, names: RuleNames): string {
  const start = minAgeDays > 0 ? `，发生 ${minAgeDays} 天后开始` : '';
  const end = lasts === 'whileValid' ? '，在记录有效期间' : `，至发生后第 ${lasts.days} 天`;

  return `${names.source(source)}中有${kindsText(source, kinds, names)}${start}${end}`;
}

function regionText({ regionLevels, days }: RegionCondition, names: RuleNames): string {
  const levels = regionLevels.map((level) => `“${names.level(level)}”`).join('、');

  return days === 0 ? `当天到过${levels}` : `最近 ${days} 天内到过${levels}`;
}

/** When a rule counts, and for how long, in a sentence. */
export function conditionText(condition: RuleCondition, names: RuleNames): string {
  return isRegionCondition(condition) ? regionText(condition, names) : factText(condition, names);
}

/** What lifts it again, in a sentence. */
export function exemptionText(exemption: RuleExemption, names: RuleNames): string {
  const { source, kinds, daysAfter, maxAgeDays, onlyIfKnown } = exemption;
  const after = daysAfter > 0 ? `（至少在事件发生 ${daysAfter} 天后）` : '';
  const how = maxAgeDays === null ? '在其有效期间解除' : `至其发生后第 ${maxAgeDays} 天解除`;
  const known = onlyIfKnown ? '，只解除此前已有的记录' : '';

  return `${names.source(source)}中有${kindsText(source, kinds, names)}${after}，${how}${known}`;
}

/** Whom a rule is about. */
export function agesText({ ages }: RiskRule): string {
  const { from = 0, to = null } = ages ?? {};
  if (to === null) {
    return from === 0 ? '所有人' : `${from} 周岁及以上，以及年龄不明的人`;
  }

  return from === 0 ? `${to} 周岁及以下，以及年龄不明的人` : `${from} 至 ${to} 周岁，以及年龄不明的人`;
}
