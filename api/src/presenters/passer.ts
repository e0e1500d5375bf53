import { idTypeKeys } from '@anxing/contract/identityDocuments';
import type { Passer } from '@anxing/contract/passages';

import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Stay } from '../passages/stayOf';
import { openField } from '../privacy/sealedFields';
import { maskName } from './mask';
import { maskedIdentity } from './passage';

/** Somebody who was at a unit: never the present colour, which is told at the door only. */
export function presentPasser(services: Services, unitId: string, person: Person, stay: Stay): Passer {
  return {
    id: services.references.refer(unitId, person.id),
    name: maskName(openField(services.vault, 'persons', 'name', person, person.name)),
    idType: idTypeKeys.find((key) => key === person.idType) ?? 'resident',
    ...maskedIdentity(services, person),
    ...stay,
  };
}
