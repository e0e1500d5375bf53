import type { z } from 'zod';

import type { unitCreate } from '@anxing/contract/units';

import { AppError, InvalidInput } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Unit } from '../models/unit';
import { hashPassword, newInitialPassword } from '../privacy/passwords';
import { isDuplicate } from '../storage/databaseErrors';
import type { Scene } from '../storage/scene';
import type { Activated } from './addStaff';
import { insertStaff } from './insertStaff';
import { unitFaults } from './unitFaults';

type UnitInput = z.output<typeof unitCreate>;

/** @throws conflict when the credit code is registered already */
async function insertUnit(
  scene: Scene,
  { name, kind, creditCode, division, category }: UnitInput,
): Promise<Unit> {
  try {
    return await createBy(Unit, scene, {
      id: newId(scene.now),
      name,
      kind,
      creditCode,
      division,
      category,
      active: true,
      createdAt: scene.now,
    });
  } catch (error) {
    throw isDuplicate(error) ? new AppError('conflict', { cause: error }) : error;
  }
}

/**
 * Opens a unit with its owner, who activates it with a one-time password.
 * @throws invalid_input naming every wrong field, conflict for a known credit code, phone_taken
 */
export async function createUnit(
  services: Services,
  origin: Origin,
  input: UnitInput,
): Promise<Activated & { unit: Unit }> {
  const faults = unitFaults(services.config, input);
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  const created = await writeAs(services, origin, async (scene) => {
    const unit = await insertUnit(scene, input);
    const owner = { ...input.owner, unitId: unit.id, roles: ['owner'], passwordHash } as const;

    return { unit, staff: await insertStaff(services, scene, owner) };
  });

  return { ...created, password };
}
