import { newId } from '../../base/ids';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import { RuleVersion } from '../../models/ruleVersion';
import type { Scene } from '../../storage/scene';

/** What a version meets that is to take force at a moment. */
export interface Standing {
  /** What is in force until then: what the version is compared with. */
  base: RuleVersion | undefined;
  /** What was approved for a later moment, and would undo the version then. */
  overtaken: RuleVersion[];
}

/** Two decisions at once meet at the rows, and the second one sees what the first one did. @param at ms */
export async function lockStanding(scene: Scene, at: number): Promise<Standing> {
  const approved = await RuleVersion.findAll({
    where: { state: 'approved' },
    order: [
      ['takesForceAt', 'DESC'],
      ['version', 'DESC'],
    ],
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });

  return {
    base: approved.find(({ takesForceAt }) => Number(takesForceAt) <= at),
    overtaken: approved.filter(({ takesForceAt }) => Number(takesForceAt) > at),
  };
}

/** Kept with the change: when it is another one at the approval, nobody was told of what it would undo. */
export function textOfStanding({ base, overtaken }: Standing): string {
  const versions = overtaken.map(({ version }) => version).sort((a, b) => a - b);

  return [base?.version ?? 0, ...versions].join(' ');
}

/** A version that was approved for later does not come: it would undo one that takes force before it. */
export async function outdateVersions(
  scene: Scene,
  overtaken: readonly RuleVersion[],
  by: number,
): Promise<void> {
  for (const version of overtaken) {
    version.state = 'outdated';
    await version.saveBy(scene);
    if (version.createdBy) {
      await createBy(Message, scene, {
        id: newId(scene.now),
        staffId: version.createdBy,
        kind: 'change',
        title: '待生效的判定规则已取消',
        body: `第 ${version.version} 版尚未生效，已被第 ${by} 版取代，不再生效。`,
        at: scene.now,
      });
    }
  }
}
