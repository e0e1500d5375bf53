import type { z } from 'zod';

import type { deviceCreate } from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';

import { AppError, InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy, lockOne } from '../../models/auditedModel';
import { Device } from '../../models/device';
import { DeviceModel } from '../../models/deviceModel';
import { Point } from '../../models/point';
import { Unit } from '../../models/unit';
import type { Scene } from '../../storage/scene';
import { newEnrolmentCode, type NewCode } from './enrolmentCodes';

type DeviceInput = z.output<typeof deviceCreate>;

export interface Coded {
  device: Device;
  enrolment: NewCode;
}

/** Whether a device of the unit may stand there. */
export async function isOpenPoint(scene: Scene, unitId: string, id: string): Promise<boolean> {
  const point = await Point.findOne({ where: { id, unitId }, transaction: scene.tx });

  return point?.active ?? false;
}

/** Makes sure that the unit may have one more active device; locked, so that two at once do not both fit. @throws conflict */
export async function reserveDevice(scene: Scene, unitId: string): Promise<void> {
  await lockOne(Unit, scene, { id: unitId });
  const active = await Device.count({ where: { unitId, active: true }, transaction: scene.tx });
  if (active >= limits.devicesPerUnit) {
    throw new AppError('conflict');
  }
}

async function faultsOf(scene: Scene, unitId: string, model: DeviceModel | null, input: DeviceInput) {
  const { modelId, serial, pointId } = input;
  const same = await Device.count({ where: { unitId, modelId, serial }, transaction: scene.tx });

  return {
    ...(model ? {} : { modelId: 'modelUnknown' }),
    ...((await isOpenPoint(scene, unitId, pointId)) ? {} : { pointId: 'pointUnknown' }),
    ...(same > 0 ? { serial: 'serialTaken' } : {}),
  };
}

/**
 * Adds a device of an approved model, with the code by which it enrols.
 * @throws invalid_input naming every wrong field, model_not_approved, conflict when the unit has as many as it may
 */
export function addDevice(
  services: Services,
  origin: Origin,
  unit: Unit,
  input: DeviceInput,
): Promise<Coded> {
  return writeAs(services, origin, async (scene) => {
    await reserveDevice(scene, unit.id);
    const model = await lockOne(DeviceModel, scene, { id: input.modelId, unitId: unit.id });
    const faults = await faultsOf(scene, unit.id, model, input);
    if (Object.keys(faults).length > 0) {
      throw new InvalidInput(faults);
    }
    if (model?.state !== 'approved') {
      throw new AppError('model_not_approved');
    }
    const enrolment = newEnrolmentCode(scene.now);
    const device = await createBy(Device, scene, {
      ...input,
      id: newId(scene.now),
      unitId: unit.id,
      movedAt: null,
      active: true,
      publicKey: null,
      codeHash: enrolment.hash,
      codeExpiresAt: enrolment.expiresAt,
      enrolledAt: null,
      createdAt: scene.now,
    });

    return { device, enrolment };
  });
}
