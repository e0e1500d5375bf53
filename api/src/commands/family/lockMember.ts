import { AppError } from '../../base/errors';
import { lockOne } from '../../models/auditedModel';
import { FamilyMember } from '../../models/familyMember';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';

interface Locked {
  membership: FamilyMember;
  member: Person;
}

/**
 * A membership of an applicant that lasts: the person first, then the row, as everybody locks them.
 * @throws not_found, also for another applicant's
 */
export async function lockMember(scene: Scene, applicantId: string, id: string): Promise<Locked> {
  const where = { id, applicantId, endedAt: null };
  const found = await FamilyMember.findOne({ where, transaction: scene.tx });
  const member = found && (await lockOne(Person, scene, { id: found.memberId }));
  const membership = member && (await lockOne(FamilyMember, scene, where));
  if (!membership) {
    throw new AppError('not_found');
  }

  return { membership, member };
}
