import type { RiskRule } from '@anxing/contract/riskRules';

import { newId } from '../../../api/src/base/ids';
import { startRecompute } from '../../../api/src/commands/risk/startRecompute';
import { writeAs, type Services } from '../../../api/src/context';
import { createBy } from '../../../api/src/models/auditedModel';
import { RuleVersion } from '../../../api/src/models/ruleVersion';
import { system } from './factories/buildUnit';

/**
 * The rules in force, changed, as two people would have put them in force a moment ago; or to be in force in a while.
 * @returns their version
 */
export async function approveRules(
  services: Services,
  change: (rules: RiskRule[]) => RiskRule[],
  { inMs = 0 }: { inMs?: number } = {},
): Promise<number> {
  const { rules } = await services.rules.at(services.clock.now());
  const version = ((await RuleVersion.max<number | null, RuleVersion>('version')) ?? 1) + 1;
  await writeAs(services, system, async (scene) => {
    await createBy(RuleVersion, scene, {
      id: newId(scene.now),
      version,
      state: 'approved',
      comment: '测试',
      rules: JSON.stringify(change(structuredClone(rules))),
      createdAt: scene.now,
      approvedAt: scene.now,
      takesForceAt: scene.now + inMs,
    });
    await startRecompute(services, scene, {
      cause: 'rules',
      subject: String(version),
      dueAt: scene.now + inMs,
    });
  });

  return version;
}
