import type { z } from 'zod';

import type { passwordChange } from '@anxing/contract/sessions';

import { InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import type { Staff } from '../models/staff';
import { hashPassword, verifyPassword } from '../privacy/passwords';
import { endSessions } from './endSessions';

/** Wrong current passwords of somebody who is signed in. */
const tries = { points: 5, seconds: 900 };

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
  await services.limiter.check('password change', staff.id, tries);
  if (!(await verifyPassword(currentPassword, staff.passwordHash))) {
    await services.limiter.consume('password change', staff.id, tries);
    throw new InvalidInput({ currentPassword: 'passwordWrong' });
  }
  if (currentPassword === newPassword) {
    throw new InvalidInput({ newPassword: 'passwordSame' });
  }
  const hash = await hashPassword(newPassword);
  await writeAs(services, origin, async (scene) => {
    staff.passwordHash = hash;
    staff.mustChangePassword = false;
    await staff.saveBy(scene);
    await endSessions(scene, [staff.id], sessionId);
  });
}
