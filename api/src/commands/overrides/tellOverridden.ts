import { timeOf } from '../../base/days';
import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { Override } from '../../models/override';
import type { OverridePerson } from '../../models/overridePerson';
import { overridesOf } from '../../models/overridesOf';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';

import { isSetting, kindTitleOf, reasonNameOf } from '../../presenters/overrideWords';

/** Characters of the kinds' names in a message, which holds 400. */
const namesShown = 200;

function titleOf(kinds: readonly string[]): string {
  return kinds.some(isSetting) ? '您的健康码经人工核定变更' : '您的健康码有原因经人工核定解除';
}

function bodyOf(services: Services, { kinds, reason, until }: Override): string {
  const { zone, hotline } = services.config.brand;
  const end = timeOf(Number(until), zone).slice(0, 16);

  return (
    `经两名工作人员核定：${kindTitleOf(services, kinds.split(',')).slice(0, namesShown)}。` +
    `理由：${reasonNameOf(services, reason)}。有效至 ${end}。` +
    `如有异议，可在“申诉”中提出，或拨打 ${hotline}。`
  );
}

function messageOf(services: Services, scene: Scene, override: Override, personId: string) {
  return createBy(Message, scene, {
    id: newId(scene.now),
    personId,
    kind: 'override',
    title: titleOf(override.kinds.split(',')),
    body: bodyOf(services, override),
    at: scene.now,
  });
}

/** Whoever registers now reads what was decided about him before, and still holds. */
export async function tellOfEarlier(services: Services, scene: Scene, person: Person): Promise<void> {
  for (const override of await overridesOf(person, scene.now, scene.tx)) {
    await messageOf(services, scene, override, person.id);
  }
}

/** Whoever is registered reads what was changed, why, and until when: also when the colour stays as it is. */
export async function tellOverridden(
  services: Services,
  scene: Scene,
  override: Override,
  people: readonly OverridePerson[],
): Promise<void> {
  const persons = await Person.findAll({
    where: { identityIndex: people.map(({ identityIndex }) => identityIndex) },
    transaction: scene.tx,
  });
  for (const { id: personId } of persons) {
    await messageOf(services, scene, override, personId);
  }
}
