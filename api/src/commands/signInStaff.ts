import { limits } from '@anxing/contract/limits';
import type { ClientKind } from '@anxing/contract/sessions';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import { verifyNothing, verifyPassword } from '../privacy/passwords';
import { openSession, type OpenedSession } from './openSession';

/** Tries on phones that nobody has, per phone: they are slowed down like real ones. */
const triesPerPhone = { points: 20, seconds: 3_600 };

export interface SignedInStaff extends OpenedSession {
  mustChangePassword: boolean;
}

async function passes(staff: Staff | null, password: string, now: number): Promise<boolean> {
  const unit = staff && (await Unit.findByPk(staff.unitId));
  const isOpen = staff?.active && unit?.active && (staff.lockedUntil === null || staff.lockedUntil <= now);
  if (!staff || !isOpen) {
    return verifyNothing(password);
  }

  return verifyPassword(password, staff.passwordHash);
}

async function noteFailure(services: Services, origin: Origin, staffId: string): Promise<void> {
  await writeAs(services, origin, async (scene) => {
    const staff = await lockOne(Staff, scene, { id: staffId });
    if (!staff) {
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

/**
 * Signs a staff member in by password. Wrong, unknown, disabled and locked get the same answer in the same time;
 * the fifth failure locks for 15 minutes.
 * @throws sign_in_failed, too_many_requests
 */
export async function signInStaff(
  services: Services,
  origin: Origin,
  phone: string,
  password: string,
  client: ClientKind,
): Promise<SignedInStaff> {
  const phoneIndex = services.index.phone(phone);
  await services.limiter.check('password', phoneIndex, triesPerPhone);
  const found = await Staff.findOne({ where: { phoneIndex } });
  if (!(await passes(found, password, services.clock.now())) || !found) {
    await services.limiter.consume('password', phoneIndex, triesPerPhone);
    await noteFailure(services, origin, found?.id ?? '');
    throw new AppError('sign_in_failed');
  }

  return writeAs(services, origin, async (scene) => {
    scene.actor = { kind: 'staff', id: found.id, unitId: found.unitId };
    found.failedAttempts = 0;
    found.lockedUntil = null;
    found.lastSignInAt = scene.now;
    await found.saveBy(scene);
    const opened = await openSession(services, scene, { staffId: found.id }, client);

    return { ...opened, mustChangePassword: found.mustChangePassword };
  });
}
