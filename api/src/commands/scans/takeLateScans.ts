import type { z } from 'zod';

import type { lateScan, LateScanAnswers } from '@anxing/contract/scans';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Point } from '../../models/point';
import { hashOfRequest, timeOfCheckIn } from '../../passages/checkInId';
import type { Passage } from '../../passages/passage';
import { policyAt } from '../../passages/placePolicy';
import { colourOfId } from '../../risk/colours';
import type { Guard } from '../checkPerson';
import { judgeLateScans } from '../risk/recompute/judgeLateScans';
import { personOfReference } from '../recognise/personOfReference';
import { orFirstAnswer, type Submission } from '../submitPassage';
import { lateVerdict } from './lateVerdict';
import { noteLetIn } from './letInOnce';
import { readLate } from './readLate';
import { checkPassReason } from './reasonFaults';
import { submitLate } from './submitLate';

type LateScan = z.output<typeof lateScan>;
type LateAnswer = LateScanAnswers['items'][number];
/** Where the verifier stood at a moment. */
type PointAt = (at: number) => Promise<Point>;
type Stamp = Pick<Submission, 'id' | 'at' | 'requestHash'>;

/** The colour that was signed; one that is no longer in the register says nothing. */
function colourOf({ colours }: Services, id: number): string {
  return colourOfId(colours, id)?.name ?? colours.unknown;
}

async function submit(guard: Guard, item: LateScan, stamp: Stamp): Promise<Passage> {
  const { services, by, unit, point } = guard;
  const { direction, temperature, mask, reason } = item;
  checkPassReason(services.config.policy, reason);
  const takesPasses = policyAt(services.config, point).outagePass;
  const { at } = stamp;
  const reading = readLate(services, item.object, { at, takesPasses });
  const { object, reference, colour: id, passIssuedAt } = reading;
  const person = await personOfReference(services, reference);
  const colour = colourOf(services, id);
  const staffId = by.kind === 'staff' ? by.id : null;
  const isUnattended = by.kind === 'device';
  const passer = { ...item, person, point, colour, isUnattended, passIssuedAt, at };
  const verdict = await lateVerdict(services, passer);

  const passage = await submitLate(guard, {
    ...stamp,
    kind: 'scan',
    direction,
    person,
    place: { point, unit },
    colour,
    ...verdict,
    // A device that asked did not open.
    waits: isUnattended && verdict.decision === 'ask',
    temperature,
    mask,
    reason,
    proof: object,
    staffId,
    ...(by.kind === 'device' ? { deviceId: by.id } : {}),
    isLate: true,
    look: { personId: person.id, unitId: unit.id, staffId, purpose: '出入核验' },
  });
  if (isUnattended && passage.decision === 'allow') {
    await noteLetIn(services, { ...item, point, now: guard.now });
  }

  return passage;
}

async function takeOne(guard: Guard, item: LateScan, pointAt: PointAt): Promise<Passage> {
  const { services, by, now } = guard;
  const { id, ...asked } = item;
  const at = timeOfCheckIn(id, now);
  const point = await pointAt(at);
  const requestHash = hashOfRequest(by.id, { ...asked, pointId: point.id });
  const stamp: Stamp = { id, at, requestHash };

  return orFirstAnswer(
    services,
    stamp,
    () => submit({ ...guard, point }, item, stamp),
    (first) => Promise.resolve(first),
  );
}

/** What will not be taken later either. */
function refusalOf(error: unknown): string {
  if (error instanceof AppError && error.status < 500 && error.status !== 429) {
    return error.code;
  }
  throw error;
}

/**
 * Takes passages that were decided without network, in their order, each once however often it is sent: when it happened
 * is in its id. What is wrong with one does not concern the others; while the service itself cannot write, all of them
 * are to be sent again.
 * @param pointAt for a verifier that may have stood elsewhere; where the guard stands, unless told
 */
export async function takeLateScans(
  guard: Guard,
  items: readonly LateScan[],
  pointAt: PointAt = () => Promise.resolve(guard.point),
): Promise<LateAnswer[]> {
  const answers: LateAnswer[] = [];
  const seen: string[] = [];
  for (const item of items) {
    const { id } = item;
    try {
      const { personId } = await takeOne(guard, item, pointAt);
      seen.push(personId);
      answers.push({ id, taken: true, code: null });
    } catch (error) {
      answers.push({ id, taken: false, code: refusalOf(error) });
    }
  }
  await judgeLateScans(guard.services, seen);

  return answers;
}
