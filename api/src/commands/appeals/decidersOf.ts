import { overrideSource } from '@anxing/contract/riskRules';

import { Op } from 'sequelize';

import { Change } from '../../models/change';
import { Override } from '../../models/override';
import { OverridePerson } from '../../models/overridePerson';
import { Person } from '../../models/person';
import type { Reason } from '../../risk/judgeFacts';
import type { Scene } from '../../storage/scene';

async function changesAbout(scene: Scene, person: Person, kinds: readonly string[]): Promise<Change[]> {
  const { tx: transaction, now } = scene;
  const named = await OverridePerson.findAll({
    where: { identityIndex: person.identityIndex },
    transaction,
  });
  const overrides = await Override.findAll({
    where: { id: named.map(({ overrideId }) => overrideId), until: { [Op.gt]: now } },
    transaction,
  });
  const contested = overrides.filter((one) => one.kinds.split(',').some((kind) => kinds.includes(kind)));

  return Change.findAll({ where: { id: contested.map(({ changeId }) => changeId) }, transaction });
}

/**
 * Who decided by hand what a person contests now, as blind indexes: whoever did must not answer for it once more.
 * Empty unless a change of colour by hand is contested.
 */
export async function decidersOf(
  scene: Scene,
  person: Person,
  contested: readonly Pick<Reason, 'source' | 'kind'>[],
): Promise<string[]> {
  const kinds = contested.filter(({ source }) => source === overrideSource).map(({ kind }) => kind);
  if (kinds.length === 0) {
    return [];
  }
  const changes = await changesAbout(scene, person, kinds);
  const ids = changes.flatMap(({ personId, deciderPersonId }) => [personId, deciderPersonId ?? []].flat());
  const persons = await Person.findAll({ where: { id: ids }, transaction: scene.tx });

  return persons.map(({ identityIndex }) => identityIndex);
}
