import { limits } from '@anxing/contract/limits';
import type { ClientKind } from '@anxing/contract/sessions';

import { addressBlock } from '../base/addressBlock';
import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import { verifyNothing, verifyPassword } from '../privacy/passwords';
import { openSession, type OpenedSession } from './openSession';

/**
 * Wrong tries for a phone, whether somebody has it or not, from one address. By phone alone, whoever keeps trying would
 * keep its owner out; what many addresses can guess together is bounded by the lock.
 */
const triesPerPhone = { points: 20, seconds: 3_600 };

function isLocked(staff: Staff, now: number): boolean {
  return staff.lockedUntil !== null && staff.lockedUntil > now;
}

async function passes(staff: Staff | null, password: string, now: number): Promise<boolean> {
  const unit = staff && (await Unit.findByPk(staff.unitId));
  if (!staff?.active || !unit?.active || isLocked(staff, now)) {
    return verifyNothing(password);
  }

  return verifyPassword(password, staff.passwordHash);
}

/**
 * Kept also where nobody has the phone: the chain shows who was guessed at, and both take the same time.
 * A lock ends when it ends: renewed by whoever keeps trying, it would keep its owner out for ever.
 */
async function noteFailure(services: Services, origin: Origin, staffId: string | undefined): Promise<void> {
  await writeAs(services, origin, async (scene) => {
    const staff = staffId === undefined ? null : await lockOne(Staff, scene, { id: staffId });
    if (!staff) {
      scene.events.push({ action: 'staff.unknown', target: 'nobody', details: {} });

      return;
    }
    if (isLocked(staff, scene.now)) {
      scene.events.push({ action: 'staff.locked', target: staff.id, details: {} });

      return;
    }
    staff.failedAttempts += 1;
    if (staff.failedAttempts >= limits.passwordAttempts) {
      staff.failedAttempts = 0;
      staff.lockedUntil = scene.now + limits.passwordLockMinutes * 60_000;
    }
    await staff.saveBy(scene);
  });
}

/** Opens the session, unless the account was locked, disabled or given another password since it was looked at. */
function admit(services: Services, origin: Origin, seen: Staff, client: ClientKind): Promise<OpenedSession> {
  return writeAs(services, origin, async (scene) => {
    const staff = await lockOne(Staff, scene, { id: seen.id });
    if (!staff?.active || isLocked(staff, scene.now) || staff.passwordHash !== seen.passwordHash) {
      throw new AppError('sign_in_failed');
    }
    scene.actor = { kind: 'staff', id: staff.id, unitId: staff.unitId };
    staff.set({ failedAttempts: 0, lockedUntil: null, lastSignInAt: scene.now });
    await staff.saveBy(scene);

    return openSession(services, scene, { staffId: staff.id }, client);
  });
}

/**
 * Signs a staff member in by password. Wrong, unknown, disabled and locked get the same answer in the same time;
 * the fifth failure locks for 15 minutes from then on.
 * @throws sign_in_failed, too_many_requests
 */
export function signInStaff(
  services: Services,
  origin: Origin,
  phone: string,
  password: string,
  client: ClientKind,
): Promise<OpenedSession> {
  const phoneIndex = services.index.phone(phone);
  const key = `${phoneIndex} ${addressBlock(origin.ip ?? '')}`;

  return services.limiter.attempt('password', key, triesPerPhone, async () => {
    const found = await Staff.findOne({ where: { phoneIndex } });
    const isRight = await passes(found, password, services.clock.now());
    if (!found || !isRight) {
      await noteFailure(services, origin, found?.id);
      throw new AppError('sign_in_failed');
    }

    return admit(services, origin, found, client);
  });
}
