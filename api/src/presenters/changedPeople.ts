import type { Change as ChangeAnswer } from '@anxing/contract/changes';

import type { Services } from '../context';
import type { Change } from '../models/change';
import { OverridePerson } from '../models/overridePerson';
import { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';
import { examplesShown } from './overrideWords';

/**
 * Whom a change by hand is about, for the second person alone: a number may be mistyped, and a name shows it. Who is not
 * registered has none. The caller notes the look.
 */
export async function presentChangedPeople(
  services: Services,
  { kind, subject }: Change,
): Promise<ChangeAnswer['people']> {
  if (kind !== 'override') {
    return [];
  }
  const named = await OverridePerson.findAll({
    where: { overrideId: subject },
    order: ['position'],
    limit: examplesShown,
  });
  const persons = await Person.findAll({
    where: { identityIndex: named.map(({ identityIndex }) => identityIndex) },
  });
  const nameOf = new Map(persons.map((person) => [person.identityIndex, maskedNameOf(services, person)]));

  return named.map((one) => ({
    name: nameOf.get(one.identityIndex) ?? null,
    idNumber: maskIdNumber(openField(services.vault, 'override_people', 'id_number', one, one.idNumber)),
  }));
}
