import type { z } from 'zod';

import type { enrolmentRequest } from '@anxing/contract/deviceApi';

import { AppError } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { Device } from '../../models/device';
import { hashOfEnrolmentCode } from './enrolmentCodes';
import { takeKey } from './takeKey';
import { isUsable } from './usableDevice';

type Enrolment = z.output<typeof enrolmentRequest>;

const refused = () => new AppError('enrolment_refused');

/** A code is for one key: the same key may come again, when the answer was lost. */
function mayEnrol(device: Device, { publicKey, serial }: Enrolment, now: number): boolean {
  const isOpen = device.publicKey === null || device.publicKey === publicKey;

  return isOpen && device.serial === serial && Number(device.codeExpiresAt ?? 0) > now;
}

/**
 * Takes the key that a device made for itself. The caller has verified that the device holds it.
 * @throws enrolment_refused: why is not told, so that nobody learns whether a code is one
 * @throws device_key_used to whoever has a good code
 */
export async function enrolDevice(
  services: Services,
  ip: string | null,
  enrolment: Enrolment,
): Promise<Device> {
  const codeHash = hashOfEnrolmentCode(enrolment.code);
  const found = codeHash === undefined ? null : await Device.findOne({ where: { codeHash } });
  if (!found || !(await isUsable(services, found))) {
    throw refused();
  }
  const actor = { kind: 'device' as const, id: found.id, unitId: found.unitId };

  return writeAs(services, { actor, ip }, async (scene) => {
    const device = await lockOne(Device, scene, { id: found.id, codeHash: found.codeHash });
    if (!device?.active || !mayEnrol(device, enrolment, scene.now)) {
      throw refused();
    }
    if (device.publicKey === null) {
      await takeKey(scene, device, enrolment.publicKey);
    }

    return device.saveBy(scene);
  });
}
