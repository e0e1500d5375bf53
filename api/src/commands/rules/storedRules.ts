import { createHash } from 'node:crypto';

import { fieldError } from '@anxing/contract/fieldErrors';
import type { RiskRule } from '@anxing/contract/riskRules';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import { RuleVersion } from '../../models/ruleVersion';
import { readRuleList } from '../../risk/readRuleList';
import { ruleFaults, type RiskRules } from '../../risk/rules';
import type { Scene } from '../../storage/scene';

/** Rules as they are stored: the same list gives the same text. */
export function textOfRules(rules: readonly RiskRule[]): string {
  return JSON.stringify(rules);
}

/** Tells whether two lists are the same. */
export function hashOfRules(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function rulesOf({ version, rules }: RuleVersion): RiskRules {
  return { version, rules: readRuleList(rules) };
}

/** @throws invalid_input naming every place that does not fit colours, feeds or levels */
export function checkRules(services: Services, rules: readonly RiskRule[]): void {
  const { colours, feedRules, regionLevels } = services;
  const levels = regionLevels.above.map(({ id }) => id);
  const faults = ruleFaults(rules, { colours, feedRules, regionLevels: levels });
  if (faults.length > 0) {
    throw new AppError('invalid_input', {
      fields: faults.map(({ path, key }) => fieldError(`rules.${path}`, key)),
    });
  }
}

/** @throws not_found */
export async function findVersion(version: number): Promise<RuleVersion> {
  const found = await RuleVersion.findOne({ where: { version } });
  if (!found) {
    throw new AppError('not_found');
  }

  return found;
}

/** Locks a version. @throws not_found */
export async function lockVersion(scene: Scene, version: number): Promise<RuleVersion> {
  const found = await RuleVersion.findOne({
    where: { version },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  if (!found) {
    throw new AppError('not_found');
  }

  return found;
}

/** The number after the last one. Two at once meet at the unique key, and one of them comes again. */
export async function nextVersion(scene: Scene): Promise<number> {
  const last = await RuleVersion.max<number | null, RuleVersion>('version', { transaction: scene.tx });

  return (last ?? 0) + 1;
}
