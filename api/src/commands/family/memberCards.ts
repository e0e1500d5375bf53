import { writeAs, type Origin, type Services } from '../../context';
import { homeMade, type PaperCard } from '../../models/paperCard';
import type { Person } from '../../models/person';
import { issueCardTo, revokeCards } from '../cards/issueCard';
import { lockMember } from './lockMember';
import { tellCardMade } from './tellFamily';

export interface Family {
  services: Services;
  origin: Origin;
  applicant: Person;
}

/** A new card for a member; every one before is void. @param id of the membership @throws not_found */
export function makeMemberCard({ services, origin, applicant }: Family, id: string): Promise<PaperCard> {
  return writeAs(services, origin, async (scene) => {
    const { member } = await lockMember(scene, applicant.id, id);
    await tellCardMade(services, scene, applicant, member);

    return issueCardTo(scene, member.id, null);
  });
}

/** The card that the applicant made is lost. @param id of the membership @throws not_found */
export async function voidMemberCard({ services, origin, applicant }: Family, id: string): Promise<void> {
  await writeAs(services, origin, async (scene) => {
    const { member } = await lockMember(scene, applicant.id, id);
    await revokeCards(scene, member.id, homeMade);
  });
}
