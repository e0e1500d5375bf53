import { fieldError } from '@anxing/contract/fieldErrors';
import { normaliseIdNumber } from '@anxing/contract/idNumber';
import { documentFault, holderNumber } from '@anxing/contract/identityDocuments';

import type { FieldRule } from '../../../lib/forms/schemaRule';
import type { PersonValues } from './overrideValues';

function holderOf({ idType, idNumber = '' }: PersonValues): string {
  return `${idType} ${holderNumber(idType, normaliseIdNumber(idNumber))}`;
}

/**
 * What can be said of a document number by itself, and of one that stands there twice.
 * @param place of the person in the list
 * @param today YYYY-MM-DD
 */
export function numberRule(place: number, readPeople: () => PersonValues[], today: () => string): FieldRule {
  return {
    required: true,
    validator: async (_rule, typed: unknown) => {
      const people = readPeople();
      const own = people[place];
      if (!own || typeof typed !== 'string' || typed.trim() === '') {
        throw new Error('请填写证件号码');
      }
      const fault = documentFault(own.idType, typed, today());
      if (fault) {
        throw new Error(fieldError('idNumber', fault).message);
      }
      if (people.slice(0, place).some((other) => holderOf(other) === holderOf(own))) {
        throw new Error('与前面的号码重复');
      }
    },
  };
}
