import { Op } from 'sequelize';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { createBy } from '../../models/auditedModel';
import { ConformanceRun } from '../../models/conformanceRun';
import type { Device } from '../../models/device';
import { DeviceKey } from '../../models/deviceKey';
import { isDuplicate } from '../../storage/databaseErrors';
import type { Scene } from '../../storage/scene';

const used = () => new AppError('device_key_used');

/** Whether a run that is under way has this key. */
async function isInRun({ tx, now }: Scene, publicKey: string, except?: string): Promise<boolean> {
  const found = await ConformanceRun.findOne({
    where: {
      publicKey,
      state: 'running',
      expiresAt: { [Op.gt]: now },
      ...(except === undefined ? {} : { id: { [Op.ne]: except } }),
    },
    transaction: tx,
  });

  return found !== null;
}

/** A run is worked on with a key of its own. @throws device_key_used */
export async function requireFreeKey(scene: Scene, runId: string, publicKey: string): Promise<void> {
  const held = await DeviceKey.findOne({ where: { publicKey }, transaction: scene.tx });
  if (held || (await isInRun(scene, publicKey, runId))) {
    throw used();
  }
}

/**
 * Gives a key to a device for good. What another device or a run has was copied, and what was made void may be in other
 * hands: neither tells any more who signs.
 * @throws device_key_used
 */
export async function takeKey(scene: Scene, device: Device, publicKey: string): Promise<void> {
  if (await isInRun(scene, publicKey)) {
    throw used();
  }
  try {
    await createBy(DeviceKey, scene, {
      id: newId(scene.now),
      publicKey,
      deviceId: device.id,
      takenAt: scene.now,
    });
  } catch (error) {
    throw isDuplicate(error) ? used() : error;
  }
  device.set({ publicKey, enrolledAt: scene.now });
}
