import type { PersonUnderRule } from '@anxing/contract/ruleVersions';

import type { Services } from '../context';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import type { Reason } from '../risk/judgeFacts';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';

/** Somebody with a colour, masked: enough to check a rule, too little to find anybody. */
export function presentPersonUnderRule(services: Services, unitId: string, person: Person): PersonUnderRule {
  const { vault, references } = services;
  const reasons = JSON.parse(person.reasons) as Reason[];

  return {
    id: references.refer(unitId, person.id),
    name: maskedNameOf(services, person),
    idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
    colour: person.colour,
    reasons: reasons.map(({ rule, text, date, until }) => ({ rule, text, date, until })),
  };
}
