import type { FamilyMember } from '@anxing/contract/family';

import type { Services } from '../context';
import type { Relative } from '../models/familyOf';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';
import { presentCard } from './paperCard';

/** Who it is and whether there is a card; nothing of his health. */
export async function presentMember(
  services: Services,
  { membership, person, card }: Relative,
): Promise<FamilyMember> {
  const idNumber = openField(services.vault, 'persons', 'id_number', person, person.idNumber);

  return {
    id: membership.id,
    relation: membership.relation,
    name: maskedNameOf(services, person),
    idNumber: maskIdNumber(idNumber),
    since: membership.createdAt,
    card: card && (await presentCard(services, card)),
  };
}
