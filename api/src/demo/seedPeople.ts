import { randomBytes } from 'node:crypto';

import type { CreationAttributes } from 'sequelize';

import { dayOf } from '../base/days';
import { newId } from '../base/ids';
import { newNumber } from '../codes/number12';
import type { Services } from '../context';
import { Account } from '../models/account';
import { createBy } from '../models/auditedModel';
import { Consent } from '../models/consent';
import { Grant } from '../models/grant';
import { noReasons, Person } from '../models/person';
import { Point } from '../models/point';
import { Staff } from '../models/staff';
import type { Unit } from '../models/unit';
import { abilitiesOf } from '../policies/abilities';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { demoResidents, demoStaff, type demoUnits } from './demoPeople';

interface Identity {
  name: string;
  idNumber: string;
}

/** Somebody verified by face, without a code unless told. */
async function seedPerson(
  services: Services,
  scene: Scene,
  { name, idNumber }: Identity,
  code: Partial<CreationAttributes<Person>> = {},
): Promise<Person> {
  const id = newId(scene.now);

  return createBy(Person, scene, {
    id,
    identityIndex: services.index.identity('resident', idNumber),
    idType: 'resident',
    name: sealField(services.vault, 'persons', 'name', id, name),
    idNumber: sealField(services.vault, 'persons', 'id_number', id, idNumber),
    level: 4,
    colour: services.colours.clear,
    reasons: noReasons,
    ruleVersion: services.riskRules.version,
    createdAt: scene.now,
    ...code,
  });
}

/** A person's way to sign in as a resident, with agreement to the policy. */
async function seedAccount(
  services: Services,
  scene: Scene,
  phone: string,
  { id: personId }: Person,
): Promise<void> {
  const id = newId(scene.now);
  await createBy(Account, scene, {
    id,
    kind: 'phone',
    subjectIndex: services.index.phone(phone),
    phone: sealField(services.vault, 'accounts', 'phone', id, phone),
    phoneIndex: services.index.phone(phone),
    personId,
    pendingLevel: 0,
    lastSeenAt: scene.now,
    createdAt: scene.now,
  });
  const version = services.config.brand.consentVersion;
  for (const kind of ['privacy', 'sensitive']) {
    await createBy(Consent, scene, { id: newId(scene.now), accountId: id, kind, version, at: scene.now });
  }
}

/** What somebody has who has claimed a code. */
function newCode({ config }: Services, { now }: Scene): Partial<CreationAttributes<Person>> {
  return {
    codeReference: randomBytes(8).toString('hex'),
    number: newNumber(),
    numberDay: dayOf(now, config.brand.zone),
    claimedAt: now,
  };
}

/** Residents who have claimed their code. */
export async function seedResidents(services: Services, scene: Scene): Promise<void> {
  for (const { phone, person } of demoResidents) {
    if (!person) {
      continue;
    }
    const resident = await seedPerson(services, scene, person, newCode(services, scene));
    await seedAccount(services, scene, phone, resident);
  }
}

/** Staff with the passwords that the demo prints; the guard may stand at every point of the unit. */
export async function seedStaff(
  services: Services,
  scene: Scene,
  units: Record<keyof typeof demoUnits, Unit>,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { phone, name, roles, unit, idNumber } of demoStaff) {
    const id = newId(scene.now);
    const unitId = units[unit].id;
    await createBy(Staff, scene, {
      id,
      unitId,
      name: sealField(services.vault, 'staff', 'name', id, name),
      phone: sealField(services.vault, 'staff', 'phone', id, phone),
      phoneIndex: services.index.phone(phone),
      passwordHash: hashes.get(phone) ?? '',
      mustChangePassword: false,
      roles: roles.join(','),
      active: true,
      failedAttempts: 0,
      createdAt: scene.now,
    });
    if (idNumber !== undefined) {
      // Going on duty at a door takes a code of one's own.
      const { checkPeople } = abilitiesOf(roles, units[unit].kind);
      const code = checkPeople ? newCode(services, scene) : {};
      const person = await seedPerson(services, scene, { name, idNumber }, code);
      await seedAccount(services, scene, phone, person);
    }
    if (roles.includes('guard')) {
      const points = await Point.findAll({ where: { unitId }, transaction: scene.tx });
      for (const { id: pointId } of points) {
        await createBy(Grant, scene, { id: newId(scene.now), staffId: id, pointId, createdAt: scene.now });
      }
    }
  }
}
