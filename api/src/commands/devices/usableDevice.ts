import type { Services } from '../../context';
import type { Device } from '../../models/device';
import type { Point } from '../../models/point';
import type { Unit } from '../../models/unit';

/** Where a device works, and for whom. */
export interface DevicePlace {
  unit: Unit;
  point: Point;
}

/**
 * Where a device works: undefined when it, its unit or its model may not. All of it is kept in memory and in force within
 * two seconds on every process.
 */
export async function placeOfDevice({ caches }: Services, device: Device): Promise<DevicePlace | undefined> {
  const { modelId, unitId, pointId } = device;
  const model = caches.deviceModels.kept(modelId) ?? (await caches.deviceModels.get(modelId));
  const unit = caches.units.kept(unitId) ?? (await caches.units.get(unitId));
  const point = caches.points.kept(pointId) ?? (await caches.points.get(pointId));
  const isUsable = Boolean(device.active) && model?.state === 'approved' && Boolean(unit?.active);

  return isUsable && unit && point ? { unit, point } : undefined;
}

export async function isUsable(services: Services, device: Device): Promise<boolean> {
  return (await placeOfDevice(services, device)) !== undefined;
}
