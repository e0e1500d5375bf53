import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { hashPassword, newInitialPassword } from '../privacy/passwords';
import type { Activated } from './addStaff';
import { endSessions } from './endSessions';

/** Gives a sub-account a new one-time password, unlocks it and ends its sessions. */
export async function resetPassword(services: Services, origin: Origin, staffId: string): Promise<Activated> {
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  const staff = await writeAs(services, origin, async (scene) => {
    const found = await lockOne(Staff, scene, { id: staffId });
    if (!found) {
      throw new AppError('not_found');
    }
    found.set({ passwordHash, mustChangePassword: true, failedAttempts: 0, lockedUntil: null });
    await found.saveBy(scene);
    await endSessions(scene, [staffId]);

    return found;
  });

  return { staff, password };
}
