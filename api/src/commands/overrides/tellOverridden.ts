import { isSetting } from '@anxing/contract/overrides';

import { timeOf } from '../../base/days';
import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import { untilOf, type Override } from '../../models/override';
import type { OverridePerson } from '../../models/overridePerson';
import { overridesOf } from '../../models/overridesOf';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';

import { kindTitleOf, reasonNameOf } from '../../presenters/overrideWords';
import { backText } from '../../status/reasonsBack';

/** Characters of the kinds' names in a message, which holds 400. */
const namesShown = 110;

function titleOf(kinds: readonly string[]): string {
  return kinds.some(isSetting) ? '您的健康码经人工核定变更' : '您的健康码有原因经人工核定解除';
}

function endText(until: number | null, zone: string): string {
  return until === null ? '与所涉记录同时失效' : `有效至 ${timeOf(until, zone).slice(0, 16)}`;
}

/** @param back what comes back when it is over, in words */
function bodyOf(services: Services, override: Override, back: string | null): string {
  const { zone, hotline } = services.config.brand;
  const { kinds, reason } = override;

  return (
    `经两名工作人员核定：${kindTitleOf(services, kinds.split(',')).slice(0, namesShown)}。` +
    `理由：${reasonNameOf(services, reason)}。${endText(untilOf(override), zone)}。` +
    `${back === null ? '' : `请注意：${back}。`}` +
    `如有异议，可在“申诉”中提出，或拨打 ${hotline}。`
  );
}

async function messageOf(services: Services, scene: Scene, override: Override, person: Person) {
  const kinds = override.kinds.split(',');
  const lifting = { kinds, until: untilOf(override), now: scene.now };
  const back = await backText(services, services.database.within(scene.tx), person, lifting);

  return createBy(Message, scene, {
    id: newId(scene.now),
    personId: person.id,
    kind: 'override',
    title: titleOf(kinds),
    body: bodyOf(services, override, back),
    at: scene.now,
  });
}

/** Whoever registers now reads what was decided about him before, and still holds. */
export async function tellOfEarlier(services: Services, scene: Scene, person: Person): Promise<void> {
  for (const override of await overridesOf(person, scene.now, scene.tx)) {
    await messageOf(services, scene, override, person);
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
  for (const person of persons) {
    await messageOf(services, scene, override, person);
  }
}
