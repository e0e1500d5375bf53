import { mostOfRelation } from '@anxing/contract/familyRelations';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { Account } from '../../models/account';
import { createBy, lockOne } from '../../models/auditedModel';
import { FamilyMember } from '../../models/familyMember';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';
import { giveCode } from '../giveCode';
import { matched, personOf } from '../joinPerson';
import { matchRegister } from '../matchRegister';
import { withFreshNumbers } from '../withFreshNumbers';
import { checkMember, type FamilyInput } from './memberFaults';
import { tellAdded } from './tellFamily';

export interface Applying {
  services: Services;
  origin: Origin;
  account: Account;
  person: Person;
}

/** Mismatches of one account: enough for a slip of the finger, too few for guessing. */
const mismatches = { points: 5, seconds: 3_600 };

async function lockApplicant(scene: Scene, id: string): Promise<Person> {
  const applicant = await lockOne(Person, scene, { id });
  if (!applicant) {
    throw new AppError('not_found');
  }

  return applicant;
}

async function requireRoom(
  scene: Scene,
  applicant: Person,
  relation: FamilyInput['relation'],
): Promise<void> {
  const where = { applicantId: applicant.id, relation, endedAt: null };
  const count = await FamilyMember.count({ where, transaction: scene.tx });
  if (count >= mostOfRelation[relation]) {
    throw new AppError('family_full');
  }
}

/** Whose phone or relative it is, nobody else learns: both get one answer. */
async function requireFree(scene: Scene, member: Person): Promise<void> {
  const account = await Account.findOne({ where: { personId: member.id }, transaction: scene.tx });
  const membership = await FamilyMember.findOne({
    where: { activeMember: member.id },
    transaction: scene.tx,
  });
  if (account || membership) {
    throw new AppError('family_taken');
  }
}

async function add({ services, person }: Applying, scene: Scene, input: FamilyInput): Promise<FamilyMember> {
  const applicant = await lockApplicant(scene, person.id);
  await requireRoom(scene, applicant, input.relation);
  const member = await personOf(services, scene, input, matched);
  await requireFree(scene, member);
  await giveCode(services, scene, member, applicant.claimDivision ?? undefined);
  await tellAdded(services, scene, applicant, member);

  return createBy(FamilyMember, scene, {
    id: newId(scene.now),
    applicantId: applicant.id,
    memberId: member.id,
    relation: input.relation,
    activeMember: member.id,
    createdAt: scene.now,
    endedAt: null,
    endedBy: null,
  });
}

/**
 * A resident vouches for somebody without a phone, who has a code from then on. That a number is in use is told only to
 * who knows the name to it; of two applicants at once, the second one meets the row of the first.
 * @throws invalid_input, identity_mismatch, unavailable, too_many_requests, family_full, family_taken
 */
export async function addMember(applying: Applying, input: FamilyInput): Promise<FamilyMember> {
  const { services, origin, account, person } = applying;
  checkMember(services, person, input);
  await matchRegister(services, { name: 'family', key: account.id, allowance: mismatches }, input);

  return withFreshNumbers(() => writeAs(services, origin, (scene) => add(applying, scene, input)));
}
