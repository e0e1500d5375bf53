import type { StaffRole } from '@anxing/contract/units';

import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Grant } from '../../../../api/src/models/grant';
import { Staff } from '../../../../api/src/models/staff';
import type { Unit } from '../../../../api/src/models/unit';
import { hashPassword } from '../../../../api/src/privacy/passwords';
import { sealField } from '../../../../api/src/privacy/sealedFields';
import { inventName, inventPhone } from '../invented';
import { buildUnit, system } from './buildUnit';

export interface BuiltStaff {
  staff: Staff;
  unit: Unit;
  name: string;
  phone: string;
  password: string;
}

interface Given {
  unit?: Unit;
  roles?: StaffRole[];
  points?: { id: string }[];
  mustChangePassword?: boolean;
}

const cheapCost = 2 ** 12;

/** A staff member who can sign in; a manager of a fresh unit unless told. */
export async function buildStaff(services: Services, given: Given = {}): Promise<BuiltStaff> {
  const unit = given.unit ?? (await buildUnit(services));
  const [name, phone, password] = [inventName(), inventPhone(), 'Anxing-2026-test'];
  const passwordHash = await hashPassword(password, cheapCost);
  const staff = await writeAs(services, system, async (scene) => {
    const id = newId(scene.now);
    const built = await createBy(Staff, scene, {
      id,
      unitId: unit.id,
      name: sealField(services.vault, 'staff', 'name', id, name),
      phone: sealField(services.vault, 'staff', 'phone', id, phone),
      phoneIndex: services.index.phone(phone),
      passwordHash,
      mustChangePassword: given.mustChangePassword ?? false,
      roles: (given.roles ?? ['manager']).join(','),
      active: true,
      failedAttempts: 0,
      createdAt: scene.now,
    });
    for (const { id: pointId } of given.points ?? []) {
      await createBy(Grant, scene, { id: newId(scene.now), staffId: id, pointId, createdAt: scene.now });
    }

    return built;
  });

  return { staff, unit, name, phone, password };
}
