import type { z } from 'zod';

import type { deviceChange } from '@anxing/contract/devices';

import { AppError, InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy, lockOne } from '../../models/auditedModel';
import { Device } from '../../models/device';
import { DeviceMove } from '../../models/deviceMove';
import type { Scene } from '../../storage/scene';
import { isOpenPoint, reserveDevice, type Coded } from './addDevice';
import { newEnrolmentCode } from './enrolmentCodes';

/** Puts a device at another point, and takes down where it stood until now: what it tells late of that belongs there. */
async function move(scene: Scene, device: Device, pointId: string): Promise<void> {
  const { id: deviceId, pointId: from } = device;
  if (pointId === from) {
    return;
  }
  await createBy(DeviceMove, scene, {
    id: newId(scene.now),
    deviceId,
    pointId: from,
    until: scene.now,
  });
  device.set({ pointId, movedAt: scene.now });
}

/**
 * Renames a device, moves it to another point, disables or enables it: in force with its next request.
 * @throws invalid_input, conflict
 */
export function changeDevice(
  services: Services,
  origin: Origin,
  { id, unitId }: Device,
  input: z.output<typeof deviceChange>,
): Promise<Device> {
  const { name, pointId, active } = input;

  return writeAs(services, origin, async (scene) => {
    if (active) {
      await reserveDevice(scene, unitId);
    }
    const device = await lockOne(Device, scene, { id });
    if (!device) {
      throw new AppError('not_found');
    }
    if (pointId !== undefined && !(await isOpenPoint(scene, unitId, pointId))) {
      throw new InvalidInput({ pointId: 'pointUnknown' });
    }
    await move(scene, device, pointId ?? device.pointId);
    device.set({
      ...(name === undefined ? {} : { name }),
      ...(active === undefined ? {} : { active }),
    });

    return device.saveBy(scene);
  });
}

/** A new code for a device, which lost its key or was replaced: the key that it had is void at once. */
export function renewEnrolment(services: Services, origin: Origin, { id }: Device): Promise<Coded> {
  return writeAs(services, origin, async (scene) => {
    const device = await lockOne(Device, scene, { id });
    if (!device) {
      throw new AppError('not_found');
    }
    const enrolment = newEnrolmentCode(scene.now);
    device.set({
      publicKey: null,
      enrolledAt: null,
      codeHash: enrolment.hash,
      codeExpiresAt: enrolment.expiresAt,
    });

    return { device: await device.saveBy(scene), enrolment };
  });
}
