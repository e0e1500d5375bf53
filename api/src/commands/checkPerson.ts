import type { z } from 'zod';

import type { scanRequest } from '@anxing/contract/visits';

import { AppError } from '../base/errors';
import type { Origin, Services } from '../context';
import { Person } from '../models/person';
import { Point } from '../models/point';
import type { Staff } from '../models/staff';
import type { Unit } from '../models/unit';
import { timeOfCheckIn, hashOfRequest } from '../passages/checkInId';
import { decide } from '../passages/decide';
import { findRepeat } from '../passages/findPassage';
import type { Passage } from '../passages/passage';
import { recordLooks } from '../privacy/accessLog';
import type { Place } from './findPlace';
import { recognise, type Recognised } from './recognise';
import { refreshStatus } from './refreshStatus';
import { submitPassage } from './submitPassage';

export type ScanInput = z.output<typeof scanRequest>;

export interface Guard {
  services: Services;
  origin: Origin;
  staff: Staff;
  unit: Unit;
  /** Where the guard stands, and may stand. */
  point: Point;
  now: number;
}

export interface Check {
  object: Recognised['object'];
  person: Person;
  passage: Passage;
  place: Place;
}

/** Wrong codes and numbers that one guard may try before being slowed down. */
const failedTries = { points: 30, seconds: 300 };

function recogniseCounted({ services, staff, now }: Guard, object: string): Promise<Recognised> {
  return services.limiter.attempt('recognise', staff.id, failedTries, () => recognise(services, object, now));
}

async function answerRepeat(passage: Passage, unit: Unit, object: string): Promise<Check> {
  const [person, point] = await Promise.all([
    Person.findByPk(passage.personId),
    Point.findByPk(passage.pointId),
  ]);
  if (!person || !point) {
    throw new AppError('not_found');
  }

  return { object: /^\d/.test(object) ? 'number' : 'code', person, passage, place: { point, unit } };
}

/**
 * A staff member checks the person in front of him. Idempotent by id; the server's current colour decides,
 * never the one inside the code.
 */
export async function checkPerson(guard: Guard, input: ScanInput): Promise<Check> {
  const { services, origin, staff, unit, point, now } = guard;
  const { id, ...asked } = input;
  const requestHash = hashOfRequest(staff.id, asked);
  const at = timeOfCheckIn(id, now);
  const first = await findRepeat(services.database, services.config.brand.zone, id, requestHash);
  if (first) {
    return answerRepeat(first, unit, input.object);
  }
  if (!point.active) {
    throw new AppError('point_closed');
  }
  const place = { point, unit };
  const { object, person } = await recogniseCounted(guard, input.object);
  const { colour } = await refreshStatus(services, person);
  const { temperature, mask, direction } = input;
  const maskRequired =
    services.config.categories.find((one) => one.id === place.point.category)?.mask ?? false;
  const verdict =
    direction === 'out'
      ? ({ decision: 'allow', why: null } as const)
      : decide({ colour, temperature, mask, maskRequired }, services.colours, services.config.policy);
  const passage = await submitPassage(
    services,
    origin,
    {
      id,
      kind: 'scan',
      direction,
      at,
      person,
      place,
      colour,
      ...verdict,
      temperature,
      mask,
      staffId: staff.id,
      requestHash,
    },
    (scene) =>
      recordLooks(services.database, scene, [
        { personId: person.id, unitId: unit.id, staffId: staff.id, purpose: '出入核验' },
      ]),
  );

  return { object, person, passage, place };
}
