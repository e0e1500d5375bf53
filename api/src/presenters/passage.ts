import type { PassageDetail, PassageItem } from '@anxing/contract/passages';

import type { Services } from '../context';
import { Device } from '../models/device';
import { Person } from '../models/person';
import { Point } from '../models/point';
import { Staff } from '../models/staff';
import type { Passage } from '../passages/passage';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber, maskName, maskPhone } from './mask';
import { presentOverrideReason, presentPassReason } from './reasonWords';

/** Instead of the name of somebody whose data were erased. */
const gone = '*';

interface Surroundings {
  persons: Map<string, Person>;
  points: Map<string, Point>;
  staff: Map<string, Staff>;
  devices: Map<string, Device>;
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function each(ids: readonly (string | null)[]): { id: string[] } {
  return { id: [...new Set(ids.flatMap((id) => id ?? []))] };
}

/** The records that the rows of a list name. */
export async function surroundingsOf(passages: readonly Passage[]): Promise<Surroundings> {
  const [persons, points, staff, devices] = await Promise.all([
    Person.findAll({ where: each(passages.map(({ personId }) => personId)) }),
    Point.findAll({ where: each(passages.map(({ pointId }) => pointId)) }),
    Staff.findAll({ where: each(passages.map(({ staffId }) => staffId)) }),
    Device.findAll({ where: each(passages.map(({ deviceId }) => deviceId)) }),
  ]);

  return { persons: byId(persons), points: byId(points), staff: byId(staff), devices: byId(devices) };
}

export function maskedName(services: Services, person: Person | undefined): string {
  return person ? maskName(openField(services.vault, 'persons', 'name', person, person.name)) : gone;
}

/** The staff member who scanned, by name: a colleague. */
export function scannerOf(
  { vault }: Services,
  { staffId }: Passage,
  staff: Map<string, Staff>,
): string | null {
  const scanner = staffId === null ? undefined : staff.get(staffId);

  return scanner ? openField(vault, 'staff', 'name', scanner, scanner.name) : null;
}

/** The gate that checked, by the name that the unit gave it. */
export function gateOf({ deviceId }: Passage, devices: Map<string, Device>): string | null {
  return deviceId === null ? null : (devices.get(deviceId)?.name ?? '');
}

/** What the guard wrote to his decision. */
export function noteOf({ vault }: Services, passage: Passage): string | null {
  return openField(vault, 'passages', 'note', passage, passage.note);
}

function presentItem(services: Services, passage: Passage, around: Surroundings): PassageItem {
  const { id, kind, direction, at, unitId, pointId, personId, colour, decision, temperature } = passage;

  return {
    id,
    kind,
    direction,
    at,
    point: { id: pointId, name: around.points.get(pointId)?.name ?? '' },
    person: maskedName(services, around.persons.get(personId)),
    personId: services.references.refer(unitId, personId),
    colour,
    decision,
    temperature: temperature === null ? null : temperature / 10,
    counted: passage.counted,
    staff: scannerOf(services, passage, around.staff),
    staffId: passage.staffId,
    device: gateOf(passage, around.devices),
    reason: presentPassReason(services, passage.reason),
    override: presentOverrideReason(services, passage.overrideReason),
    late: passage.isLate,
  };
}

/** Passages for a list, persons by masked name only. */
export async function presentPassages(
  services: Services,
  passages: readonly Passage[],
): Promise<PassageItem[]> {
  const surroundings = await surroundingsOf(passages);

  return passages.map((passage) => presentItem(services, passage, surroundings));
}

/** Document and phone as a screen shows them. */
export function maskedIdentity({ vault }: Services, person: Person | undefined) {
  if (!person) {
    return { idNumber: gone, phone: null };
  }
  const phone = openField(vault, 'persons', 'phone', person, person.phone);

  return {
    idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
    phone: phone && maskPhone(phone),
  };
}

/** One passage with what the unit may know of the person, masked, and of its own staff member, by name. */
export async function presentPassageDetail(services: Services, passage: Passage): Promise<PassageDetail> {
  const surroundings = await surroundingsOf([passage]);
  const { receivedAt, why, mask } = passage;

  return {
    ...presentItem(services, passage, surroundings),
    ...maskedIdentity(services, surroundings.persons.get(passage.personId)),
    receivedAt,
    address: surroundings.points.get(passage.pointId)?.address ?? '',
    why,
    mask,
    object: passage.proof,
    note: noteOf(services, passage),
  };
}
