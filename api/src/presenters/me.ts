import { consentKinds, type ConsentKind, type Me } from '@anxing/contract/me';
import { idTypeKeys } from '@anxing/contract/identityDocuments';

import type { Services } from '../context';
import type { Account } from '../models/account';
import type { Consent } from '../models/consent';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber, maskName, maskPhone } from './mask';

interface Known {
  account: Account;
  person: Person | null;
  consents: readonly Consent[];
  unreadMessages: number;
}

function levelOf({ account, person }: Known): number {
  if (person) {
    return person.level;
  }

  return account.phone === null ? 0 : Math.max(1, account.pendingLevel);
}

/** The identity that is verified, or on its way; the number itself never leaves. */
function identityOf(
  services: Services,
  { account, person }: Known,
): Pick<Me, 'name' | 'idNumber' | 'idType'> {
  const { vault } = services;
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

/** The own account, masked: a phone that is looked at over the shoulder tells little. */
export function presentMe(services: Services, known: Known): Me {
  const { account, person, consents, unreadMessages } = known;
  const phone = openField(services.vault, 'accounts', 'phone', account, account.phone);

  return {
    level: levelOf(known),
    phone: phone && maskPhone(phone),
    ...identityOf(services, known),
    hasCode: person?.claimedAt != null,
    proofAgain: account.proofAgain,
    consents: consents
      .filter(({ kind }) => consentKinds.includes(kind as ConsentKind))
      .map(({ kind, version, at }) => ({
        kind: kind as ConsentKind,
        version,
        at: Number(at),
        current: version === services.config.brand.consentVersion,
      })),
    unreadMessages,
  };
}
