import { Op } from 'sequelize';

import type { Services } from '../../context';
import { DeviceMove } from '../../models/deviceMove';
import type { Point } from '../../models/point';
import type { VerifiedDevice } from './verifyDevice';

/**
 * Where a device stood at a moment: what it tells of that moment is counted there, wherever it was moved since. A device
 * that was not moved since is not looked up.
 * @param at ms
 */
export async function pointOfDeviceAt(
  { caches }: Services,
  { device, point }: VerifiedDevice,
  at: number,
): Promise<Point> {
  if (at >= Number(device.movedAt ?? 0)) {
    return point;
  }
  const next = await DeviceMove.findOne({
    where: { deviceId: device.id, until: { [Op.gt]: at } },
    order: [
      ['until', 'ASC'],
      ['id', 'ASC'],
    ],
  });
  const stood = next && (await caches.points.get(next.pointId));

  return stood ?? point;
}
