import type { z } from 'zod';

import type { appealUphold } from '@anxing/contract/appeals';
import { idTypeKeys } from '@anxing/contract/identityDocuments';

import { InvalidInput } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { readContested, type Appeal } from '../../models/appeal';
import { Evidence, withoutData } from '../../models/evidence';
import { Person } from '../../models/person';
import type { Staff } from '../../models/staff';
import { openField } from '../../privacy/sealedFields';
import { backText } from '../../status/reasonsBack';
import type { Scene } from '../../storage/scene';
import { insertOverride } from '../overrides/proposeOverride';
import { noteStep } from './appealSteps';
import { answerDue } from './appealTimes';
import { liftsFor } from './liftsOfRules';
import { lockAnswerable } from './lockAnswerable';
import { tellApplicant } from './tellApplicant';

const dayMs = 86_400_000;

type UpholdInput = z.output<typeof appealUphold>;

/** What takes the contested reasons away, or those of them that were chosen. @throws as `liftsFor` */
async function liftsOf(
  services: Services,
  appeal: Appeal,
  { rules: chosen, reason }: UpholdInput,
  now: number,
): Promise<string[] | undefined> {
  const contested = readContested(appeal);
  if (chosen?.some((rule) => !contested.some((one) => one.rule === rule))) {
    throw new InvalidInput({ rules: 'choice' });
  }
  const byRule = new Map(contested.map((one) => [one.rule, one]));
  const rules = [...byRule.values()].filter(({ rule }) => chosen?.includes(rule) ?? true);

  return liftsFor(services, (await services.rules.at(now)).rules, { rules, reason });
}

async function filesOf(scene: Scene, { id }: Appeal): Promise<string[]> {
  const files = await Evidence.findAll({
    attributes: withoutData,
    where: { attachedTo: id },
    order: ['id'],
    transaction: scene.tx,
  });

  return files.map((file) => file.id);
}

/** @throws invalid_input naming every wrong field */
function checked(
  { evidenceNumber }: UpholdInput,
  kinds: string[] | undefined,
  files: readonly string[],
): string[] {
  const faults = {
    ...(kinds ? {} : { reason: 'overrideReason' }),
    ...(evidenceNumber === undefined && files.length === 0 ? { evidenceNumber: 'evidenceNeeded' } : {}),
  };
  if (!kinds || Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }

  return kinds;
}

function documentOf({ vault }: Services, person: Person) {
  const idType = idTypeKeys.find((key) => key === person.idType) ?? 'resident';

  return { idType, idNumber: openField(vault, 'persons', 'id_number', person, person.idNumber) };
}

/**
 * Finds for the person: one change of colour, with the appeal's own evidence, that a second person has to approve. Where
 * only some of the contested reasons were chosen, the answer tells that the others stand.
 * @throws as `lockAnswerable`; appeal_no_lift, invalid_input, change_not_verified
 */
export function upholdAppeal(
  services: Services,
  origin: Origin,
  staff: Staff,
  id: string,
  input: UpholdInput,
): Promise<Appeal> {
  const { answer, reason, evidenceNumber = null, days } = input;

  return writeAs(services, origin, async (scene) => {
    const appeal = await lockAnswerable(scene, staff, id);
    const files = await filesOf(scene, appeal);
    const kinds = checked(input, await liftsOf(services, appeal, input, scene.now), files);
    const person = await Person.findByPk(appeal.personId, { transaction: scene.tx, rejectOnEmpty: true });
    const until = days === null ? null : scene.now + days * dayMs;
    const reader = services.database.within(scene.tx);
    const back = await backText(services, reader, person, { kinds, until, now: scene.now });
    const { changeId } = await insertOverride(services, scene, staff.id, {
      people: [documentOf(services, person)],
      kinds,
      reason,
      explanation: answer,
      evidenceNumber,
      evidenceIds: files,
      days,
      appealId: id,
      warning: back === null ? null : `如即时批准：${back}`,
      about: JSON.parse(appeal.about) as string[],
    });
    appeal.set({ state: 'inApproval', changeId, dueAt: answerDue(services, scene.now) });
    await appeal.saveBy(scene);
    await noteStep(services, scene, appeal, { kind: 'proposed', text: answer, staffId: staff.id });
    await tellApplicant(services, scene, appeal, 'proposed');

    return appeal;
  });
}
