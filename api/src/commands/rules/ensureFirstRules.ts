import { newId } from '../../base/ids';
import { writeAs, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { RuleVersion } from '../../models/ruleVersion';
import { systemActor } from '../../storage/scene';
import { inTurn } from '../../storage/turns';
import { textOfRules } from './storedRules';

/**
 * The rules of the configuration are the first version of an empty house, in force since ever. Afterwards versions come
 * from operators alone, and the configuration's rules say nothing any more.
 */
export function ensureFirstRules(services: Services): Promise<void> {
  const { database, lease, riskRules } = services;

  return inTurn(database, { name: 'first rules', owner: lease.owner }, async () => {
    if ((await RuleVersion.count()) > 0) {
      return;
    }
    await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
      await createBy(RuleVersion, scene, {
        id: newId(scene.now),
        version: riskRules.version,
        state: 'approved',
        comment: '初始规则（配置文件）',
        rules: textOfRules(riskRules.rules),
        createdAt: scene.now,
        approvedAt: scene.now,
        takesForceAt: 0,
      });
    });
  });
}
