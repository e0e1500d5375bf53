import { newId } from '../base/ids';
import type { Services } from '../context';
import type { Account } from '../models/account';
import { createBy, lockOne } from '../models/auditedModel';
import { notJudged, Person } from '../models/person';
import type { IdentityClaim } from '../providers/identity/identity';
import { openField, sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { tellOfEarlier } from './overrides/tellOverridden';

const byFace = 4;

/** Somebody whose identity was proved: by face, or by a clerk who compared document and face. */
export async function createPerson(
  services: Services,
  scene: Scene,
  { idType, name, idNumber }: IdentityClaim,
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
    level: byFace,
    colour: colours.clear,
    reasons: '[]',
    ruleVersion: notJudged,
    createdAt: scene.now,
  });
  await tellOfEarlier(services, scene, person);

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
 * account before. Two accounts at once meet the unique key of the identity.
 */
export async function joinPerson(
  services: Services,
  scene: Scene,
  account: Account,
  claim: IdentityClaim,
): Promise<void> {
  const identityIndex = services.index.identity(claim.idType, claim.idNumber);
  const person =
    (await lockOne(Person, scene, { identityIndex })) ?? (await createPerson(services, scene, claim));
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
