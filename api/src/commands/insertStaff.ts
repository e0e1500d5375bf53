import type { StaffRole } from '@anxing/contract/units';

import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import type { Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { joinRoles } from '../models/staffRoles';
import { sealField } from '../privacy/sealedFields';
import { isDuplicate } from '../storage/databaseErrors';
import type { Scene } from '../storage/scene';

export interface NewStaff {
  unitId: string;
  name: string;
  phone: string;
  roles: readonly StaffRole[];
  passwordHash: string;
}

/**
 * Writes a new sub-account, which must change its password at the first sign-in.
 * @throws phone_taken: a phone is one account, in whatever unit
 */
export async function insertStaff(services: Services, scene: Scene, given: NewStaff): Promise<Staff> {
  const id = newId(scene.now);
  try {
    return await createBy(Staff, scene, {
      id,
      unitId: given.unitId,
      name: sealField(services.vault, 'staff', 'name', id, given.name),
      phone: sealField(services.vault, 'staff', 'phone', id, given.phone),
      phoneIndex: services.index.phone(given.phone),
      passwordHash: given.passwordHash,
      mustChangePassword: true,
      roles: joinRoles(given.roles),
      active: true,
      failedAttempts: 0,
      lockedUntil: null,
      lastSignInAt: null,
      createdAt: scene.now,
    });
  } catch (error) {
    throw isDuplicate(error) ? new AppError('phone_taken', { cause: error }) : error;
  }
}
