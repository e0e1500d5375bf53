import { FamilyMember } from './familyMember';
import { homeMade, PaperCard } from './paperCard';
import { Person } from './person';

/** A member with the card in force that the applicant made. */
export interface Relative {
  membership: FamilyMember;
  person: Person;
  card: PaperCard | null;
}

/** Whom an applicant added and has not removed, the oldest first. @param id left out: all of them */
export async function familyOf(applicantId: string, id?: string): Promise<Relative[]> {
  const which = id === undefined ? {} : { id };
  const memberships = await FamilyMember.findAll({
    where: { applicantId, endedAt: null, ...which },
    order: ['id'],
  });
  const ids = memberships.map(({ memberId }) => memberId);
  const [persons, cards] = await Promise.all([
    Person.findAll({ where: { id: ids } }),
    PaperCard.findAll({ where: { personId: ids, revokedAt: null, ...homeMade } }),
  ]);

  return memberships.flatMap((membership) => {
    const person = persons.find((one) => one.id === membership.memberId);
    const card = cards.find(({ personId }) => personId === membership.memberId) ?? null;

    return person ? [{ membership, person, card }] : [];
  });
}
