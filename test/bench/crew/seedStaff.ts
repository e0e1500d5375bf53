import { newId } from '../../../api/src/base/ids';
import type { Services } from '../../../api/src/context';
import { Duty } from '../../../api/src/models/duty';
import { Grant } from '../../../api/src/models/grant';
import { Person } from '../../../api/src/models/person';
import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { sealField } from '../../../api/src/privacy/sealedFields';
import type { Crew } from './crewFile';
import { insertAll } from './insertAll';
import { idNumberOf, personValues } from './seedPersons';
import type { SeededPoint } from './seedPlaces';
import { sessionValues } from './sessionValues';

type Role = 'guard' | 'viewer';

/** Phones of guards and of readers do not meet. */
const phoneHeads: Record<Role, string> = { guard: '139', viewer: '137' };

/** Where no resident of the load is born: nothing turns a guard. */
const guardsBornIn = '350802';

function guardPerson(services: Services, index: number, now: number) {
  const idNumber = idNumberOf(index, guardsBornIn);

  return personValues(services, { name: `示例员工${index}`, idNumber }, now);
}

function staffValues(services: Services, role: Role, index: number, unitId: string, now: number) {
  const id = newId(now);
  const phone = `${phoneHeads[role]}${String(index).padStart(8, '0')}`;

  return {
    id,
    unitId,
    name: sealField(services.vault, 'staff', 'name', id, `示例员工${index}`),
    phone: sealField(services.vault, 'staff', 'phone', id, phone),
    phoneIndex: services.index.phone(phone),
    // Nobody signs in with a password here: no password has this hash.
    passwordHash: '',
    mustChangePassword: false,
    roles: role,
    active: true,
    failedAttempts: 0,
    createdAt: now,
  };
}

/** Guards, each with one point that was given to him, signed in and on duty there. */
export async function seedGuards(
  services: Services,
  points: readonly SeededPoint[],
  perPoint: number,
): Promise<Crew['guards']> {
  const now = services.clock.now();
  const posts = points.flatMap((point, at) => Array.from({ length: perPoint }, () => ({ point, at })));
  const staff = posts.map(({ point }, index) => staffValues(services, 'guard', index, point.unitId, now));
  const rows = staff.map(({ id: staffId }, index) => ({
    staffId,
    pointId: posts[index]?.point.id ?? '',
  }));
  const persons = staff.map((_, index) => guardPerson(services, index, now));
  const sessions = rows.map(({ staffId }) => sessionValues({ staffId }, now));
  await insertAll(services, Staff, staff);
  await insertAll(services, Person, persons);
  await insertAll(
    services,
    Grant,
    rows.map((row) => ({ ...row, id: newId(now), createdAt: now })),
  );
  await insertAll(
    services,
    Duty,
    rows.map((row, index) => ({
      ...row,
      id: newId(now),
      personId: persons[index]?.id,
      place: null,
      since: now,
      until: null,
    })),
  );
  await insertAll(services, Session, sessions);

  return posts.map(({ at }, index) => ({ point: at, sessionId: sessions[index]?.id ?? '' }));
}

/** Signed-in staff who may read the lists of their unit. */
export async function seedReaders(
  services: Services,
  points: readonly SeededPoint[],
  perUnit: number,
): Promise<Crew['readers']> {
  const now = services.clock.now();
  const units = [...new Set(points.map(({ unitId }) => unitId))];
  const posts = units.flatMap((unitId) => Array.from({ length: perUnit }, () => unitId));
  const staff = posts.map((unitId, index) => staffValues(services, 'viewer', index, unitId, now));
  const sessions = staff.map(({ id: staffId }) => sessionValues({ staffId }, now));
  await insertAll(services, Staff, staff);
  await insertAll(services, Session, sessions);

  return sessions.map(({ id: sessionId }) => ({ sessionId }));
}
