import type { z } from 'zod';

import { tellScanned, type ScannedKind } from '@anxing/contract/scanned';
import type { scanRequest } from '@anxing/contract/scans';

import { AppError } from '../base/errors';
import type { Origin, Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Unit } from '../models/unit';
import { timeOfCheckIn, hashOfRequest } from '../passages/checkInId';
import type { Passage } from '../passages/passage';
import { policyAt } from '../passages/placePolicy';
import { requireDuty } from './duties/requireDuty';
import type { Place } from './findPlace';
import { recognise } from './recognise';
import type { Recognised } from './recognise/recognised';
import { refreshStatus } from './refreshStatus';
import { judgeScan, type Judged } from './scans/judgeScan';
import { letInOnce } from './scans/letInOnce';
import { lookBack, noPast, type Looked, type LookBack } from './scans/lookBack';
import { checkPassReason } from './scans/reasonFaults';
import { orFirstAnswer, submitPassage, type Submission } from './submitPassage';

export type ScanInput = z.output<typeof scanRequest>;

/** A staff member or a device of a unit. */
export interface Checker {
  kind: 'staff' | 'device';
  id: string;
}

export interface Guard {
  services: Services;
  origin: Origin;
  by: Checker;
  unit: Unit;
  /** Where the guard stands, and may stand; where the device is. */
  point: Point;
  now: number;
}

export interface Check {
  object: Recognised['object'];
  person: Person;
  passage: Passage;
  place: Place;
  /** What the guard reads beside the decision. */
  past: LookBack;
}

/** What may be found by trying: few digits, or somebody else's system that answers whoever asks. */
const guessable = new Set<ScannedKind>(['number', 'numberMistyped', 'idCard', 'idNumber', 'other']);

/** Wrong numbers that one guard may try before being slowed down. */
const failedTries = { points: 30, seconds: 300 };

/** The same of all guards and devices of a unit together: many accounts guess no faster than a few. */
export const failedTriesOfUnit = { points: 600, seconds: 300, perProcess: true } as const;

/**
 * Codes, cards and links that lead to nobody: none can be guessed, and in a queue there are many, old screenshots above
 * all. Nobody with a good code is to wait for them; only a camera that sees nothing else is slowed down.
 */
const refusedObjects = { points: 300, seconds: 300, perProcess: true } as const;

const cardNeedsStaff = '纸质卡须由工作人员查验';

type Stamp = Pick<Submission, 'id' | 'at' | 'requestHash'>;

function recogniseCounted(
  { services, origin, by, unit, now }: Guard,
  { object, idCardReason }: ScanInput,
): Promise<Recognised> {
  const { limiter } = services;
  const work = () => recognise({ services, origin, now, idCardReason }, object);
  if (!guessable.has(tellScanned(object).kind)) {
    return limiter.attempt('recognise object', by.id, refusedObjects, work);
  }

  return limiter.attempt('recognise', by.id, failedTries, () =>
    limiter.attempt('recognise unit', unit.id, failedTriesOfUnit, work),
  );
}

/** A device has nobody to read it. */
function pastFor({ services, by }: Guard, looked: Looked): Promise<LookBack> {
  return by.kind === 'staff' ? lookBack(services, looked) : Promise.resolve(noPast);
}

async function answerRepeat(guard: Guard, passage: Passage): Promise<Check> {
  const { services, unit } = guard;
  const { persons, points } = services.caches;
  const [person, point] = await Promise.all([persons.get(passage.personId), points.get(passage.pointId)]);
  if (!person || !point) {
    throw new AppError('not_found');
  }
  const past = await pastFor(guard, { person, point, check: passage });

  return { object: passage.proof ?? 'code', person, passage, place: { point, unit }, past };
}

/** Where the policy asks for feedback first, a check that staff made moves nobody before that is told. */
function waitsFor({ services, point }: Guard, { decision, wants }: Judged, { reason }: ScanInput): boolean {
  const { feedbackFirst } = policyAt(services.config, point);

  return decision !== 'stop' && feedbackFirst && (wants.length > 0 || reason === undefined);
}

/**
 * Nobody is there who could compare whoever holds a printed card with its owner: it tells a gate who somebody is, and
 * opens it for nobody, neither way.
 */
function atGate(judged: Judged, object: Recognised['object']): Judged {
  if (object !== 'card' || judged.decision === 'stop') {
    return judged;
  }

  return { decision: 'ask', why: cardNeedsStaff, wants: [] };
}

/** A device lets pass only whom it opens for: whoever stands before it after that is checked again. */
async function verdictOf(guard: Guard, { object, person }: Recognised, colour: string, input: ScanInput) {
  const { services, by, point, now } = guard;
  const { temperature, mask, direction } = input;
  const isUnattended = by.kind === 'device';
  const seen = { temperature, mask, isUnattended };
  const judged = await judgeScan(services, { ...seen, person, point, direction, colour, now });
  if (isUnattended) {
    const { decision, why } = atGate(judged, object);

    return { decision, why, waits: decision === 'ask' };
  }
  const { decision, why } = judged;

  return { decision, why, waits: direction === 'in' && waitsFor(guard, judged, input) };
}

/** Staff compare who stands before them; a gate opens once for what can be photographed. */
function record(
  { services, origin, by, now }: Guard,
  object: string,
  submission: Submission,
): Promise<Passage> {
  const write = () => submitPassage(services, origin, submission);
  if (by.kind === 'staff' || submission.decision !== 'allow') {
    return write();
  }
  const { id, direction, place } = submission;

  return letInOnce(services, { id, point: place.point, direction, object, now }, write);
}

async function check(guard: Guard, input: ScanInput, stamp: Stamp): Promise<Check> {
  const { services, by, unit, point } = guard;
  const staffId = by.kind === 'staff' ? by.id : null;
  if (!point.active) {
    throw new AppError('point_closed');
  }
  if (staffId !== null) {
    await requireDuty(services, { staffId, pointId: point.id });
  }
  checkPassReason(services.config.policy, input.reason);
  const place = { point, unit };
  const recognised = await recogniseCounted(guard, input);
  const { object, person, purpose = '出入核验' } = recognised;
  // Read meanwhile: nobody waits for it longer than for the rest.
  const past = pastFor(guard, { person, point, check: stamp });
  const { colour } = await refreshStatus(services, person);
  const { temperature, mask, direction, reason } = input;
  const passage = await record(guard, input.object, {
    ...stamp,
    kind: 'scan',
    direction,
    person,
    place,
    colour,
    ...(await verdictOf(guard, recognised, colour, input)),
    temperature,
    mask,
    reason,
    proof: object,
    staffId,
    ...(by.kind === 'device' ? { deviceId: by.id } : {}),
    look: { personId: person.id, unitId: unit.id, staffId, purpose },
  });

  return { object, person, passage, place, past: await past };
}

/**
 * A staff member or a device checks the person in front of it. Idempotent by id; the server's current colour decides,
 * never the one inside the code.
 */
export function checkPerson(guard: Guard, input: ScanInput): Promise<Check> {
  const { services, by, now } = guard;
  const { id, ...asked } = input;
  const requestHash = hashOfRequest(by.id, asked);
  const stamp: Stamp = { id, at: timeOfCheckIn(id, now), requestHash };

  return orFirstAnswer(
    services,
    stamp,
    () => check(guard, input, stamp),
    (first) => answerRepeat(guard, first),
  );
}
