import type { Services } from '../context';
import type { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import { Consent } from '../models/consent';
import { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';

/** Whoever holds the number now has agreed to nothing yet; what was agreed to before stays in the audit chain. */
async function lapseConsents(scene: Scene, accountId: string): Promise<void> {
  const consents = await Consent.findAll({ where: { accountId }, transaction: scene.tx });
  for (const consent of consents) {
    const { kind, version, at } = consent;
    scene.events.push({ action: 'consents.lapse', target: consent.id, details: { kind, version, at } });
    await consent.destroyBy(scene);
  }
}

/** Nobody reaches the person under this number any more. */
async function forgetPhone(services: Services, scene: Scene, account: Account): Promise<void> {
  const person = await lockOne(Person, scene, { id: account.personId ?? '' });
  const number = openField(services.vault, 'accounts', 'phone', account, account.phone);
  if (person && openField(services.vault, 'persons', 'phone', person, person.phone) === number) {
    person.phone = null;
    await person.saveBy(scene);
  }
}

/**
 * Takes the person, and what was on its way to be one, from an account that may have another holder now. The person
 * keeps its other accounts, and comes back with a new proof of identity. The caller saves the account.
 */
export async function releaseAccount(services: Services, scene: Scene, account: Account): Promise<void> {
  if (account.personId !== null) {
    const details = { person: account.personId };
    scene.events.push({ action: 'accounts.silent', target: account.id, details });
    await forgetPhone(services, scene, account);
    account.proofAgain = true;
  }
  await lapseConsents(scene, account.id);
  account.set({
    personId: null,
    pendingIdType: null,
    pendingName: null,
    pendingNumber: null,
    pendingLevel: 0,
    faceTicket: null,
  });
}
