import { consentKinds, type Me } from '@anxing/contract/me';
import { idTypeKeys } from '@anxing/contract/identityDocuments';

import type { Services } from '../context';
import type { Account } from '../models/account';
import { Consent } from '../models/consent';
import { Message } from '../models/message';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber, maskName, maskPhone } from './mask';

function levelOf(account: Account, person: Person | null): number {
  if (person) {
    return person.level;
  }

  return account.phone === null ? 0 : Math.max(1, account.pendingLevel);
}

/** The identity that is verified, or on its way; the number itself never leaves. */
function identityOf(
  { vault }: Services,
  account: Account,
  person: Person | null,
): Pick<Me, 'name' | 'idNumber' | 'idType'> {
  const [name, number, idType] = person
    ? [
        openField(vault, 'persons', 'name', person, person.name),
        openField(vault, 'persons', 'id_number', person, person.idNumber),
        person.idType,
      ]
    : [
        openField(vault, 'accounts', 'pending_name', account, account.pendingName),
        openField(vault, 'accounts', 'pending_number', account, account.pendingNumber),
        account.pendingIdType,
      ];

  return {
    name: name && maskName(name),
    idNumber: number && maskIdNumber(number),
    idType: idTypeKeys.find((key) => key === idType) ?? null,
  };
}

async function consentsOf({ config }: Services, account: Account): Promise<Me['consents']> {
  const consents = await Consent.findAll({ where: { accountId: account.id }, order: ['id'] });

  return consents.flatMap(({ kind, version, at }) => {
    const known = consentKinds.find((one) => one === kind);

    return known ? [{ kind: known, version, at, current: version === config.brand.consentVersion }] : [];
  });
}

/** The own account, masked: a screen that is looked at over the shoulder tells little. */
export async function presentMe(services: Services, account: Account, person: Person | null): Promise<Me> {
  const phone = openField(services.vault, 'accounts', 'phone', account, account.phone);

  return {
    level: levelOf(account, person),
    phone: phone && maskPhone(phone),
    ...identityOf(services, account, person),
    hasCode: person !== null && person.claimedAt !== null,
    proofAgain: Boolean(account.proofAgain),
    consents: await consentsOf(services, account),
    unreadMessages: person ? await Message.count({ where: { personId: person.id, readAt: null } }) : 0,
  };
}
