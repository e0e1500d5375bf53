import type { DeviceScanAnswer, EnrolmentAnswer, HeartbeatAnswer } from '@anxing/contract/deviceApi';
import type { Device as ShownDevice, DeviceKind, EnrolmentCode } from '@anxing/contract/devices';

import type { Services } from '../context';
import type { Device } from '../models/device';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Unit } from '../models/unit';
import type { Passage } from '../passages/passage';
import { policyAt } from '../passages/placePolicy';
import { wantsOfPassage } from '../passages/wantsOfPassage';
import type { Row } from '../storage/database';
import { maskedNameOf } from './maskedName';
import { optionalNumber } from './optionalNumber';

/** What is kept of devices besides their records, by device. */
interface Noted {
  states: Map<string, Row>;
  refusals: Map<string, ShownDevice['refusals']>;
}

async function notesOf({ database, deviceNotes }: Services, ids: readonly string[]): Promise<Noted> {
  await deviceNotes.flush();
  const states = await database.read('SELECT * FROM device_states WHERE device_id IN (?)', [ids]);
  const rows = await database.read(
    'SELECT * FROM device_refusals WHERE device_id IN (?) ORDER BY device_id, cause',
    [ids],
  );
  const refusals = new Map<string, ShownDevice['refusals']>(ids.map((id) => [id, []]));
  for (const { device_id: id, cause, refused, last_at: lastAt } of rows) {
    refusals.get(String(id))?.push({ cause: String(cause), count: Number(refused), lastAt: Number(lastAt) });
  }

  return { states: new Map(states.map((row) => [String(row.device_id), row])), refusals };
}

function stateOf({ active, publicKey }: Device): ShownDevice['state'] {
  if (!active) {
    return 'disabled';
  }

  return publicKey === null ? 'new' : 'enrolled';
}

function stateFields(row: Row | undefined) {
  return {
    lastSeenAt: optionalNumber(row?.last_seen_at),
    firmware: row?.firmware ? String(row.firmware) : null,
    clockOffset: optionalNumber(row?.clock_offset),
    queued: optionalNumber(row?.queued),
  };
}

async function present(services: Services, device: Device, noted: Noted): Promise<ShownDevice> {
  const { deviceModels, points } = services.caches;
  const model = await deviceModels.get(device.modelId);
  const point = await points.get(device.pointId);
  const isWaiting = device.publicKey === null && Number(device.codeExpiresAt ?? 0) > services.clock.now();

  return {
    id: device.id,
    name: device.name,
    serial: device.serial,
    model: {
      id: device.modelId,
      maker: model?.maker ?? '',
      model: model?.model ?? '',
      kind: (model?.kind ?? 'turnstile') as DeviceKind,
      approved: model?.state === 'approved',
    },
    point: { id: device.pointId, name: point?.name ?? '' },
    state: stateOf(device),
    createdAt: Number(device.createdAt),
    enrolledAt: optionalNumber(device.enrolledAt),
    codeUntil: isWaiting ? optionalNumber(device.codeExpiresAt) : null,
    ...stateFields(noted.states.get(device.id)),
    refusals: noted.refusals.get(device.id) ?? [],
  };
}

/** Devices as their unit sees them. */
export async function presentDevices(services: Services, devices: readonly Device[]): Promise<ShownDevice[]> {
  if (devices.length === 0) {
    return [];
  }
  const noted = await notesOf(
    services,
    devices.map(({ id }) => id),
  );

  return Promise.all(devices.map((device) => present(services, device, noted)));
}

export async function presentDevice(services: Services, device: Device): Promise<ShownDevice> {
  return present(services, device, await notesOf(services, [device.id]));
}

/** Told once. */
export function presentEnrolmentCode({ code, expiresAt }: EnrolmentCode): EnrolmentCode {
  return { code, expiresAt };
}

/** The keys that sign the server's answers, the newest last. */
export function presentServerKeys({ serverKeys }: Services): EnrolmentAnswer['serverKeys'] {
  return serverKeys.all.map(({ id, publicKey }) => ({ id, publicKey })).reverse();
}

/** Where a device stands, and what it needs to know of the server. */
export function presentStanding(
  services: Services,
  device: Device,
  point: Point,
): Omit<HeartbeatAnswer, 'active'> {
  const { outagePass, temperature, testHours } = policyAt(services.config, point);

  return {
    name: device.name,
    point: { id: point.id, name: point.name, address: point.address },
    takesPasses: outagePass,
    feverFrom: services.config.policy.feverFrom,
    temperature,
    testHours,
    serverKeys: presentServerKeys(services),
    serverTime: services.clock.now(),
  };
}

export function presentEnrolment(
  services: Services,
  device: Device,
  { unit, point }: { unit: Unit; point: Point },
): EnrolmentAnswer {
  return { ...presentStanding(services, device, point), deviceId: device.id, unit: { name: unit.name } };
}

/** What a gate shows to a queue: no number, no region, nothing of earlier days. */
export function presentDeviceScan(
  services: Services,
  object: DeviceScanAnswer['object'],
  person: Person,
  passage: Passage,
  point: Point,
): DeviceScanAnswer {
  const { id, colour, decision, why, direction, at } = passage;
  const wants = wantsOfPassage(services.config, point, passage);

  return { id, object, colour, decision, why, wants, direction, at, name: maskedNameOf(services, person) };
}
