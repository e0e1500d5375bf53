import { randomBytes } from 'node:crypto';

import { newId } from '../../../../api/src/base/ids';
import { dayOf } from '../../../../api/src/base/days';
import { newNumber } from '../../../../api/src/codes/number12';
import { writeAs, type Services } from '../../../../api/src/context';
import { Account } from '../../../../api/src/models/account';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Person } from '../../../../api/src/models/person';
import { sealField } from '../../../../api/src/privacy/sealedFields';
import { inventIdNumber, inventName, inventPhone } from '../invented';
import { system } from './buildUnit';

export interface BuiltPerson {
  account: Account;
  person: Person;
  name: string;
  idNumber: string;
  phone: string;
}

/** An account that came by phone, not verified. */
export async function buildAccount(
  services: Services,
  given: Partial<Account['dataValues']> & { phoneText?: string } = {},
): Promise<{ account: Account; phone: string }> {
  const { phoneText, ...values } = given;
  const phone = phoneText ?? inventPhone();
  const account = await writeAs(services, system, (scene) => {
    const id = newId(scene.now);

    return createBy(Account, scene, {
      id,
      kind: 'phone',
      subjectIndex: services.index.phone(phone),
      phone: sealField(services.vault, 'accounts', 'phone', id, phone),
      phoneIndex: services.index.phone(phone),
      pendingLevel: 0,
      lastSeenAt: scene.now,
      createdAt: scene.now,
      ...values,
    });
  });

  return { account, phone };
}

/** A person verified at L4 with an account, and with a code unless told. */
export async function buildPerson(
  services: Services,
  given: { claimed?: boolean } = {},
): Promise<BuiltPerson> {
  const [name, idNumber] = [inventName(), inventIdNumber()];
  const claimed = given.claimed ?? true;
  const person = await writeAs(services, system, (scene) => {
    const id = newId(scene.now);

    return createBy(Person, scene, {
      id,
      identityIndex: services.index.identity('resident', idNumber),
      idType: 'resident',
      name: sealField(services.vault, 'persons', 'name', id, name),
      idNumber: sealField(services.vault, 'persons', 'id_number', id, idNumber),
      level: 4,
      colour: 'green',
      reasons: '[]',
      ruleVersion: services.riskRules.version,
      codeReference: claimed ? randomBytes(8).toString('hex') : null,
      number: claimed ? newNumber() : null,
      numberDay: claimed ? dayOf(scene.now, services.config.brand.zone) : null,
      claimedAt: claimed ? scene.now : null,
      createdAt: scene.now,
    });
  });
  const { account, phone } = await buildAccount(services, { personId: person.id });

  return { account, person, name, idNumber, phone };
}
