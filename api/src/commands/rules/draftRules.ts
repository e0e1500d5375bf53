import type { RiskRule } from '@anxing/contract/riskRules';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { RuleVersion } from '../../models/ruleVersion';
import type { Scene } from '../../storage/scene';
import { checkRules, lockVersion, nextVersion, textOfRules } from './storedRules';

export interface DraftContent {
  comment: string;
  rules: readonly RiskRule[];
}

/** A draft made from a version that is there. Nothing of it is in force. @throws not_found, invalid_input */
export function draftRules(
  services: Services,
  origin: Origin,
  basedOn: number,
  { comment, rules }: DraftContent,
): Promise<RuleVersion> {
  checkRules(services, rules);

  return writeAs(services, origin, async (scene) => {
    await lockVersion(scene, basedOn);

    return createBy(RuleVersion, scene, {
      id: newId(scene.now),
      version: await nextVersion(scene),
      state: 'draft',
      comment,
      basedOn,
      rules: textOfRules(rules),
      createdBy: origin.actor.id,
      createdAt: scene.now,
    });
  });
}

/** @throws not_found, rules_not_draft */
export async function lockDraft(scene: Scene, version: number): Promise<RuleVersion> {
  const draft = await lockVersion(scene, version);
  if (draft.state !== 'draft') {
    throw new AppError('rules_not_draft');
  }

  return draft;
}

/** Changes a draft; what was proposed already never changes. @throws not_found, rules_not_draft, invalid_input */
export function changeDraft(
  services: Services,
  origin: Origin,
  version: number,
  { comment, rules }: DraftContent,
): Promise<RuleVersion> {
  checkRules(services, rules);

  return writeAs(services, origin, async (scene) => {
    const draft = await lockDraft(scene, version);
    draft.set({ comment, rules: textOfRules(rules) });

    return draft.saveBy(scene);
  });
}

/** Gives a draft up. @throws not_found, rules_not_draft */
export function discardDraft(services: Services, origin: Origin, version: number): Promise<RuleVersion> {
  return writeAs(services, origin, async (scene) => {
    const draft = await lockDraft(scene, version);
    draft.state = 'discarded';

    return draft.saveBy(scene);
  });
}
