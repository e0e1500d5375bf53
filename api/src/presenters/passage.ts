import type { PassageDetail, PassageItem } from '@anxing/contract/passages';

import type { Services } from '../context';
import { Person } from '../models/person';
import { Point } from '../models/point';
import { Staff } from '../models/staff';
import type { Passage } from '../passages/passage';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber, maskName, maskPhone } from './mask';

/** Instead of the name of somebody whose data were erased. */
const gone = '*';

interface Surroundings {
  persons: Map<string, Person>;
  points: Map<string, Point>;
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

async function surroundingsOf(passages: readonly Passage[]): Promise<Surroundings> {
  const [persons, points] = await Promise.all([
    Person.findAll({ where: { id: [...new Set(passages.map(({ personId }) => personId))] } }),
    Point.findAll({ where: { id: [...new Set(passages.map(({ pointId }) => pointId))] } }),
  ]);

  return { persons: byId(persons), points: byId(points) };
}

function maskedName(services: Services, person: Person | undefined): string {
  return person ? maskName(openField(services.vault, 'persons', 'name', person, person.name)) : gone;
}

function presentItem(services: Services, passage: Passage, { persons, points }: Surroundings): PassageItem {
  const { id, kind, direction, at, pointId, colour, decision } = passage;

  return {
    id,
    kind,
    direction,
    at,
    point: { id: pointId, name: points.get(pointId)?.name ?? '' },
    person: maskedName(services, persons.get(passage.personId)),
    colour,
    decision,
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

function maskedIdentity({ vault }: Services, person: Person | undefined) {
  if (!person) {
    return { idNumber: gone, phone: null };
  }
  const phone = openField(vault, 'persons', 'phone', person, person.phone);

  return {
    idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
    phone: phone && maskPhone(phone),
  };
}

async function scannerOf({ vault }: Services, { staffId }: Passage): Promise<string | null> {
  const staff = staffId === null ? null : await Staff.findByPk(staffId);

  return staff && openField(vault, 'staff', 'name', staff, staff.name);
}

/** One passage with what the unit may know of the person, masked, and of its own staff member, by name. */
export async function presentPassageDetail(services: Services, passage: Passage): Promise<PassageDetail> {
  const surroundings = await surroundingsOf([passage]);
  const { receivedAt, why, temperature, mask } = passage;

  return {
    ...presentItem(services, passage, surroundings),
    ...maskedIdentity(services, surroundings.persons.get(passage.personId)),
    receivedAt,
    address: surroundings.points.get(passage.pointId)?.address ?? '',
    why,
    temperature: temperature === null ? null : temperature / 10,
    mask,
    staff: await scannerOf(services, passage),
  };
}
