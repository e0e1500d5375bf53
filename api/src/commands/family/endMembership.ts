import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FamilyMember } from '../../models/familyMember';
import { homeMade } from '../../models/paperCard';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';
import { revokeCards } from '../cards/issueCard';
import { lockMember } from './lockMember';
import { tellStandsAlone } from './tellFamily';

/** The applicant's cards are void with it; one of a counter is the member's own. */
async function end(scene: Scene, membership: FamilyMember, endedBy: 'applicant' | 'self'): Promise<void> {
  membership.set({ activeMember: null, endedAt: scene.now, endedBy });
  await membership.saveBy(scene);
  await revokeCards(scene, membership.memberId, homeMade);
}

/** The applicant removes a member, who stays a person and can be added again. @throws not_found */
export async function removeMember(
  services: Services,
  origin: Origin,
  applicantId: string,
  id: string,
): Promise<void> {
  await writeAs(services, origin, async (scene) => {
    const { membership } = await lockMember(scene, applicantId, id);
    await end(scene, membership, 'applicant');
  });
}

/** Whoever proves his own identity needs nobody to vouch for him; who did so is told. */
export async function standAlone(services: Services, scene: Scene, member: Person): Promise<void> {
  const membership = await lockOne(FamilyMember, scene, { activeMember: member.id });
  if (!membership) {
    return;
  }
  await end(scene, membership, 'self');
  const applicant = await Person.findByPk(membership.applicantId, { transaction: scene.tx });
  if (applicant) {
    await tellStandsAlone(services, scene, applicant, member);
  }
}
