import type { z } from 'zod';

import type { familyRequest } from '@anxing/contract/family';
import { ageFault } from '@anxing/contract/familyRelations';
import { documentFault } from '@anxing/contract/identityDocuments';

import { dayOf } from '../../base/days';
import { InvalidInput } from '../../base/errors';
import type { Services } from '../../context';
import type { Person } from '../../models/person';

export type FamilyInput = z.output<typeof familyRequest>;

/** The one document that tells when its holder was born; the others go to a counter. */
const tellsBirth = 'resident';

function numberFault(
  { clock, config, index }: Services,
  applicant: Person,
  { relation, idType, idNumber }: FamilyInput,
): string | undefined {
  const today = dayOf(clock.now(), config.brand.zone);
  const fault = documentFault(idType, idNumber, today);
  if (fault) {
    return fault;
  }
  if (index.identity(idType, idNumber) === applicant.identityIndex) {
    return 'family.self';
  }

  return idType === tellsBirth ? ageFault(relation, idNumber, today) : undefined;
}

/** @throws invalid_input for a document that is wrong or of another kind, the applicant's own, an age that does not fit */
export function checkMember(services: Services, applicant: Person, input: FamilyInput): void {
  const fault = numberFault(services, applicant, input);
  const faults = {
    ...(input.idType === tellsBirth ? {} : { idType: 'counterDocument' }),
    ...(fault ? { idNumber: fault } : {}),
  };
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
}
