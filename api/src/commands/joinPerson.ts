import { isRenumbered } from '@anxing/contract/identityDocuments';

import { newId } from '../base/ids';
import type { Services } from '../context';
import type { Account } from '../models/account';
import { createBy, lockOne } from '../models/auditedModel';
import { noReasons, notJudged, Person } from '../models/person';
import type { IdentityClaim } from '../providers/identity/identity';
import { openField, sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { standAlone } from './family/endMembership';
import { tellOfEarlier } from './overrides/tellOverridden';

/** Of somebody whom another province names: nobody here has looked yet, and there is no code here. */
export const told = 2;
/** Of somebody whose name and number the register has: a relative vouches for the rest. */
export const matched = 3;
/** Of somebody whose face was compared: by the provider, or by a clerk who held the document. */
export const seen = 4;

/** @param level how well the identity is proved */
export async function createPerson(
  services: Services,
  scene: Scene,
  { idType, name, idNumber }: IdentityClaim,
  level = seen,
): Promise<Person> {
  const { vault, index, colours } = services;
  const id = newId(scene.now);
  const person = await createBy(Person, scene, {
    id,
    identityIndex: index.identity(idType, idNumber),
    idType,
    name: sealField(vault, 'persons', 'name', id, name),
    idNumber: sealField(vault, 'persons', 'id_number', id, idNumber),
    phone: null,
    level,
    colour: colours.clear,
    reasons: noReasons,
    ruleVersion: notJudged,
    createdAt: scene.now,
  });
  await tellOfEarlier(services, scene, person);

  return person;
}

/** Whoever was seen with a renewed permit has its number from then on. */
function keepNewest({ vault }: Services, person: Person, { idType, idNumber }: IdentityClaim): void {
  if (
    isRenumbered(idType) &&
    openField(vault, 'persons', 'id_number', person, person.idNumber) !== idNumber
  ) {
    person.idNumber = sealField(vault, 'persons', 'id_number', person.id, idNumber);
  }
}

/** The person of an identity, made when there is none yet; who is proved better than before rises. */
export async function personOf(
  services: Services,
  scene: Scene,
  claim: IdentityClaim,
  level: number,
): Promise<Person> {
  const identityIndex = services.index.identity(claim.idType, claim.idNumber);
  const person = await lockOne(Person, scene, { identityIndex });
  if (!person) {
    return createPerson(services, scene, claim, level);
  }
  person.level = Math.max(person.level, level);
  if (level === seen) {
    keepNewest(services, person, claim);
  }
  await person.saveBy(scene);

  return person;
}

/** A person is reached under the first phone that was proved; later accounts add none. */
async function givePhone({ vault }: Services, scene: Scene, person: Person, account: Account): Promise<void> {
  const phone = openField(vault, 'accounts', 'phone', account, account.phone);
  if (person.phone === null && phone !== null) {
    person.phone = sealField(vault, 'persons', 'phone', person.id, phone);
    await person.saveBy(scene);
  }
}

/**
 * Makes an account a person's, whose identity was just proved by face: a new person, or one who came through another
 * account or a relative before. Two accounts at once meet the unique key of the identity.
 */
export async function joinPerson(
  services: Services,
  scene: Scene,
  account: Account,
  claim: IdentityClaim,
): Promise<void> {
  const person = await personOf(services, scene, claim, seen);
  await standAlone(services, scene, person);
  await givePhone(services, scene, person, account);
  account.set({
    personId: person.id,
    pendingIdType: null,
    pendingName: null,
    pendingNumber: null,
    pendingLevel: 0,
    faceTicket: null,
    proofAgain: false,
  });
  await account.saveBy(scene);
  scene.events.push({ action: 'persons.join', target: person.id, details: { account: account.id } });
}
