import type { ScanObject } from '@anxing/contract/scans';
import type { Decision, Direction } from '@anxing/contract/visits';
import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../base/days';
import { AppError } from '../base/errors';
import type { Origin, Services } from '../context';
import type { Person } from '../models/person';
import { findRepeat } from '../passages/findPassage';
import type { PassageOrder } from '../passages/order';
import type { Passage, PassageKind } from '../passages/passage';
import { stayMsAt } from '../passages/placePolicy';
import { openField } from '../privacy/sealedFields';
import type { Look } from '../privacy/accessLog';
import type { Place, PosterPlace } from './findPlace';

/** A check-in that was verified and decided, ready to be written. */
export interface Submission {
  id: string;
  kind: PassageKind;
  direction: Direction;
  /** ms */
  at: number;
  person: Person;
  place: Place | PosterPlace;
  colour: string;
  decision: Decision;
  why: string | null;
  temperature?: number | undefined;
  mask?: boolean | undefined;
  staffId: string | null;
  deviceId?: string | undefined;
  proof?: ScanObject | undefined;
  reason?: string | undefined;
  isLate?: boolean | undefined;
  /** Nobody is inside before the guard has told the feedback. */
  waits?: boolean | undefined;
  requestHash: Buffer;
  /** Whose data were looked at with it. */
  look: Look | null;
}

interface Named {
  name: string;
  /** The name index by unit: people come back to the same few. */
  byUnit: Map<string, string>;
}

/** Of people who are kept: opened once, as long as the record is the same. */
const named = new WeakMap<Person, Named>();

function namedOf({ vault }: Services, person: Person): Named {
  let known = named.get(person);
  if (!known) {
    known = { name: openField(vault, 'persons', 'name', person, person.name), byUnit: new Map() };
    named.set(person, known);
  }

  return known;
}

function nameIndexOf(services: Services, person: Person, unitId: string): string {
  const { name, byUnit } = namedOf(services, person);
  const known = byUnit.get(unitId) ?? services.index.nameIn(unitId, name);
  byUnit.set(unitId, known);

  return known;
}

function toPassage(services: Services, submission: Submission): Passage {
  const { person, place, temperature, mask } = submission;

  return {
    day: dayNumber(timeOfUuid7(submission.id), services.config.brand.zone),
    id: submission.id,
    kind: submission.kind,
    direction: submission.direction,
    at: submission.at,
    receivedAt: services.clock.now(),
    personId: person.id,
    unitId: place.unit.id,
    pointId: place.point.id,
    division: place.point.division,
    colour: submission.colour,
    decision: submission.decision,
    why: submission.why,
    temperature: temperature === undefined ? null : Math.round(temperature * 10),
    mask: mask ?? null,
    staffId: submission.staffId,
    deviceId: submission.deviceId ?? null,
    proof: submission.proof ?? null,
    reason: submission.reason ?? null,
    isLate: submission.isLate ?? false,
    overrideReason: null,
    note: null,
    counted: false,
    requestHash: submission.requestHash,
    nameIndex: nameIndexOf(services, person, place.unit.id),
  };
}

function firstScanOf(place: Place | PosterPlace): string | null {
  return 'poster' in place && place.poster.firstScannedAt === null ? place.poster.id : null;
}

/**
 * Writes a passage exactly once and answers it as stored: acknowledged means committed. The same id at the same
 * moment in two places meets the key of the row; whoever comes second reads the first answer.
 * This is the one door to the passage tables.
 * @throws same_id_other_body; unavailable when too many wait to be written
 */
export function submitPassage(
  services: Services,
  { actor }: Origin,
  submission: Submission,
): Promise<Passage> {
  const { place, look } = submission;
  const order: PassageOrder = {
    passage: toPassage(services, submission),
    actor,
    rootId: place.point.rootId,
    stayMs: stayMsAt(services.config, place.point),
    look,
    firstScanOf: firstScanOf(place),
    waits: submission.waits ?? false,
  };

  return services.writer.submit(order);
}

/**
 * A repeat gets its first answer even when the same request would be refused now: the poster may have been revoked and
 * the code have expired meanwhile. A new request does not pay for the question: its row's key answers it.
 * @throws what `work` throws when the id is new
 */
export async function orFirstAnswer<T>(
  services: Services,
  { id, requestHash }: { id: string; requestHash: Buffer },
  work: () => Promise<T>,
  answer: (first: Passage) => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isRefusal = error instanceof AppError && error.status < 500 && error.code !== 'same_id_other_body';
    const first = isRefusal
      ? await findRepeat(services.database, services.config.brand.zone, id, requestHash)
      : undefined;
    if (!first) {
      throw error;
    }

    return answer(first);
  }
}
