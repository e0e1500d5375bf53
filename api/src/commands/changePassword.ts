import type { z } from 'zod';

import type { passwordChange } from '@anxing/contract/sessions';

import { InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { hashPassword, verifyPassword } from '../privacy/passwords';
import { endSessions } from './endSessions';

/** Wrong current passwords of somebody who is signed in. */
const tries = { points: 5, seconds: 900 };

function wrongPassword(): InvalidInput {
  return new InvalidInput({ currentPassword: 'passwordWrong' });
}

async function proveCurrent(services: Services, staff: Staff, password: string): Promise<void> {
  await services.limiter.attempt('password change', staff.id, tries, async () => {
    if (!(await verifyPassword(password, staff.passwordHash))) {
      throw wrongPassword();
    }
  });
}

/**
 * Changes a staff member's password and ends the other sessions.
 * @throws invalid_input naming the field, too_many_requests
 */
export async function changePassword(
  services: Services,
  origin: Origin,
  staff: Staff,
  sessionId: string,
  { currentPassword, newPassword }: z.output<typeof passwordChange>,
): Promise<void> {
  await proveCurrent(services, staff, currentPassword);
  if (currentPassword === newPassword) {
    throw new InvalidInput({ newPassword: 'passwordSame' });
  }
  const passwordHash = await hashPassword(newPassword);
  await writeAs(services, origin, async (scene) => {
    const locked = await lockOne(Staff, scene, { id: staff.id });
    if (!locked || locked.passwordHash !== staff.passwordHash) {
      throw wrongPassword();
    }
    locked.set({ passwordHash, mustChangePassword: false });
    await locked.saveBy(scene);
    await endSessions(scene, [staff.id], sessionId);
  });
}
