import type { z } from 'zod';

import type { unitChange } from '@anxing/contract/units';

import { AppError, InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import type { Scene } from '../storage/scene';
import { endDuties } from './endDuties';
import { endSessions } from './endSessions';
import { unitFaults } from './unitFaults';

async function signEverybodyOut(scene: Scene, unitId: string): Promise<void> {
  const staff = await Staff.findAll({ attributes: ['id'], where: { unitId }, transaction: scene.tx });
  const staffId = staff.map(({ id }) => id);
  await endSessions(scene, staffId);
  await endDuties(scene, { staffId });
}

/**
 * Changes a unit; a suspended one has nobody signed in and nobody on duty.
 * @throws invalid_input naming every wrong field
 */
export function changeUnit(
  services: Services,
  origin: Origin,
  unitId: string,
  input: z.output<typeof unitChange>,
): Promise<Unit> {
  const faults = unitFaults(services.config, input);
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }

  return writeAs(services, origin, async (scene) => {
    const unit = await lockOne(Unit, scene, { id: unitId });
    if (!unit) {
      throw new AppError('not_found');
    }
    unit.set(input);
    await unit.saveBy(scene);
    if (input.active === false) {
      await signEverybodyOut(scene, unitId);
    }

    return unit;
  });
}
