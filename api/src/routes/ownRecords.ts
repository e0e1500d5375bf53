import { AppError } from '../base/errors';
import { Device } from '../models/device';
import { DeviceModel } from '../models/deviceModel';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import { Staff } from '../models/staff';
import { sameUnit } from '../policies/sameUnit';
import type { StaffCaller } from '../web/caller';

/** Another unit's record looks like one that does not exist: 404, never 403. */
function owned<T extends { unitId: string }>({ unit }: StaffCaller, record: T | null): T {
  if (!record || !sameUnit(unit, record)) {
    throw new AppError('not_found');
  }

  return record;
}

/** A service point of the caller's unit. @throws not_found */
export async function ownPoint(caller: StaffCaller, id: string): Promise<Point> {
  return owned(caller, await Point.findByPk(id));
}

/** The poster that works at a point now. @throws not_found */
export async function posterInForce(point: Point): Promise<Poster> {
  const poster = await Poster.findOne({ where: { pointId: point.id, revokedAt: null } });
  if (!poster) {
    throw new AppError('not_found');
  }

  return poster;
}

/** A sub-account of the caller's unit. @throws not_found */
export async function ownStaff(caller: StaffCaller, id: string): Promise<Staff> {
  return owned(caller, await Staff.findByPk(id));
}

/** A model that the caller's unit registered. @throws not_found */
export async function ownDeviceModel(caller: StaffCaller, id: string): Promise<DeviceModel> {
  return owned(caller, await DeviceModel.findByPk(id));
}

/** A device of the caller's unit. @throws not_found */
export async function ownDevice(caller: StaffCaller, id: string): Promise<Device> {
  return owned(caller, await Device.findByPk(id));
}
