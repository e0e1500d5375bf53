import type { z } from 'zod';

import type { appealCreate } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { Appeal, contestedRules, type ContestedReason } from '../../models/appeal';
import { createBy, lockOne } from '../../models/auditedModel';
import { Person } from '../../models/person';
import type { Reason } from '../../risk/judgeFacts';
import type { Scene } from '../../storage/scene';
import { attachEvidence } from '../evidence/attachEvidence';
import { refreshStatus } from '../refreshStatus';
import { noteStep } from './appealSteps';
import { answerDue } from './appealTimes';
import { decidersOf } from './decidersOf';
import { tellApplicant } from './tellApplicant';

type AppealInput = z.output<typeof appealCreate>;

/** @throws no_such_reason */
async function contestedReasons(services: Services, person: Person, rules: string[]): Promise<Reason[]> {
  const { reasons } = await refreshStatus(services, person);
  if (rules.some((rule) => !reasons.some((reason) => reason.rule === rule))) {
    throw new AppError('no_such_reason');
  }

  return reasons.filter(({ rule }) => rules.includes(rule));
}

/** The person is locked meanwhile, so that two at once are seen one after the other. @throws appeal_open, appeal_too_many */
async function requireRoom(scene: Scene, personId: string, rules: string[]): Promise<void> {
  await lockOne(Person, scene, { id: personId });
  const open = await Appeal.findAll({ where: { personId, closedAt: null }, transaction: scene.tx });
  if (open.flatMap(contestedRules).some((rule) => rules.includes(rule))) {
    throw new AppError('appeal_open');
  }
  if (open.length >= limits.openAppeals) {
    throw new AppError('appeal_too_many');
  }
}

function asTheyStand(reasons: readonly Reason[]): ContestedReason[] {
  return reasons.map(({ rule, text, sourceName, date }) => ({ rule, text, sourceName, date }));
}

/**
 * A person contests reasons of the own colour. The colour stays until two people of the operator have decided.
 * @throws no_such_reason, appeal_open, appeal_too_many, invalid_input for pictures that are not the own ones
 */
export async function submitAppeal(
  services: Services,
  origin: Origin,
  person: Person,
  { rules, text, pictures }: AppealInput,
): Promise<Appeal> {
  const reasons = await contestedReasons(services, person, rules);

  return writeAs(services, origin, async (scene) => {
    await requireRoom(scene, person.id, rules);
    const id = newId(scene.now);
    const uploader = { personId: person.id };
    await attachEvidence(scene, uploader, pictures, { attachedTo: id, path: 'pictures' });
    const appeal = await createBy(Appeal, scene, {
      id,
      personId: person.id,
      state: 'submitted',
      reasons: JSON.stringify(asTheyStand(reasons)),
      about: JSON.stringify([person.identityIndex, ...(await decidersOf(scene, person, reasons))]),
      submittedAt: scene.now,
      dueAt: answerDue(services, scene.now),
      closedAt: null,
      changeId: null,
    });
    await noteStep(services, scene, appeal, { kind: 'submitted', text, pictures });
    await tellApplicant(services, scene, appeal, 'submitted');

    return appeal;
  });
}
