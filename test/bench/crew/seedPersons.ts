import { randomBytes } from 'node:crypto';

import { idNumberCheck } from '@anxing/contract/idNumber';

import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { newNumber } from '../../../api/src/codes/number12';
import type { Services } from '../../../api/src/context';
import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { Session } from '../../../api/src/models/session';
import { sealField } from '../../../api/src/privacy/sealedFields';
import type { Crew } from './crewFile';
import { insertAll } from './insertAll';
import { sessionValues } from './sessionValues';

const perDay = 1000;
const firstDay = Date.UTC(1970, 0, 1);
const bornIn = '350102';

/** Everybody born in a district has another number, with a true check character. */
export function idNumberOf(index: number, district = bornIn): string {
  const birth = new Date(firstDay + Math.floor(index / perDay) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const first17 = `${district}${birth}${String(index % perDay).padStart(3, '0')}`;

  return first17 + idNumberCheck(first17);
}

/** Somebody verified, with a green code. */
export function personValues(
  services: Services,
  { name, idNumber }: { name: string; idNumber: string },
  now: number,
) {
  const id = newId(now);

  return {
    id,
    identityIndex: services.index.identity('resident', idNumber),
    idType: 'resident',
    name: sealField(services.vault, 'persons', 'name', id, name),
    idNumber: sealField(services.vault, 'persons', 'id_number', id, idNumber),
    level: 4,
    colour: services.colours.clear,
    reasons: '[]',
    ruleVersion: services.riskRules.version,
    codeReference: randomBytes(8).toString('hex'),
    claimedAt: now,
    createdAt: now,
  };
}

function accountValues(services: Services, index: number, personId: string, now: number) {
  const id = newId(now);
  const phone = `138${String(index).padStart(8, '0')}`;

  return {
    id,
    kind: 'phone',
    subjectIndex: services.index.phone(phone),
    phone: sealField(services.vault, 'accounts', 'phone', id, phone),
    phoneIndex: services.index.phone(phone),
    personId,
    pendingLevel: 0,
    lastSeenAt: now,
    createdAt: now,
  };
}

/** Residents with a green code, each signed in on one phone. */
export async function seedPersons(services: Services, count: number): Promise<Crew['persons']> {
  const now = services.clock.now();
  const numberDay = dayOf(now, services.config.brand.zone);
  const persons = Array.from({ length: count }, (_, index) => ({
    ...personValues(services, { name: `示例居民${index}`, idNumber: idNumberOf(index) }, now),
    number: newNumber(),
    numberDay,
  }));
  const accounts = persons.map(({ id }, index) => accountValues(services, index, id, now));
  const sessions = accounts.map(({ id }) => sessionValues({ accountId: id }, now));
  await insertAll(services, Person, persons);
  await insertAll(services, Account, accounts);
  await insertAll(services, Session, sessions);

  return persons.map(({ codeReference }, index) => ({
    reference: codeReference,
    sessionId: sessions[index]?.id ?? '',
  }));
}
