import type { z } from 'zod';

import type { scanRequest } from '@anxing/contract/visits';

import { AppError } from '../base/errors';
import type { Origin, Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Staff } from '../models/staff';
import type { Unit } from '../models/unit';
import { timeOfCheckIn, hashOfRequest } from '../passages/checkInId';
import { decide, leaving, type Verdict } from '../passages/decide';
import type { Passage } from '../passages/passage';
import type { Place } from './findPlace';
import { recognise, type Recognised } from './recognise';
import { refreshStatus } from './refreshStatus';
import { orFirstAnswer, submitPassage, type Submission } from './submitPassage';

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

type Stamp = Pick<Submission, 'id' | 'at' | 'requestHash'>;

function recogniseCounted({ services, staff, now }: Guard, object: string): Promise<Recognised> {
  return services.limiter.attempt('recognise', staff.id, failedTries, () => recognise(services, object, now));
}

async function answerRepeat({ services, unit }: Guard, passage: Passage, object: string): Promise<Check> {
  const { persons, points } = services.caches;
  const [person, point] = await Promise.all([persons.get(passage.personId), points.get(passage.pointId)]);
  if (!person || !point) {
    throw new AppError('not_found');
  }

  return { object: /^\d/.test(object) ? 'number' : 'code', person, passage, place: { point, unit } };
}

function verdictOf({ services, point }: Guard, colour: string, input: ScanInput): Verdict {
  const { temperature, mask, direction } = input;
  if (direction === 'out') {
    return leaving;
  }
  const maskRequired = services.config.categories.find(({ id }) => id === point.category)?.mask ?? false;

  return decide({ colour, temperature, mask, maskRequired }, services.colours, services.config.policy);
}

async function check(guard: Guard, input: ScanInput, stamp: Stamp): Promise<Check> {
  const { services, origin, staff, unit, point } = guard;
  if (!point.active) {
    throw new AppError('point_closed');
  }
  const place = { point, unit };
  const { object, person } = await recogniseCounted(guard, input.object);
  const { colour } = await refreshStatus(services, person);
  const { temperature, mask, direction } = input;
  const passage = await submitPassage(services, origin, {
    ...stamp,
    kind: 'scan',
    direction,
    person,
    place,
    colour,
    ...verdictOf(guard, colour, input),
    temperature,
    mask,
    staffId: staff.id,
    look: { personId: person.id, unitId: unit.id, staffId: staff.id, purpose: '出入核验' },
  });

  return { object, person, passage, place };
}

/**
 * A staff member checks the person in front of him. Idempotent by id; the server's current colour decides,
 * never the one inside the code.
 */
export function checkPerson(guard: Guard, input: ScanInput): Promise<Check> {
  const { services, staff, now } = guard;
  const { id, ...asked } = input;
  const requestHash = hashOfRequest(staff.id, asked);
  const stamp: Stamp = { id, at: timeOfCheckIn(id, now), requestHash };

  return orFirstAnswer(
    services,
    stamp,
    () => check(guard, input, stamp),
    (first) => answerRepeat(guard, first, input.object),
  );
}
