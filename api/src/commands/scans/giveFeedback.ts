import { limits } from '@anxing/contract/limits';
import type { ScanWant } from '@anxing/contract/scans';

import { dayNumber } from '../../base/days';
import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import type { Point } from '../../models/point';
import { digestOf } from '../../passages/auditBatch';
import { findPassage } from '../../passages/findPassage';
import type { Passage } from '../../passages/passage';
import { policyAt, stayMsAt } from '../../passages/placePolicy';
import { holdPassage, rewritePassage, type Feedback } from '../../passages/rewritePassage';
import type { Scene } from '../../storage/scene';
import { requireDuty } from '../duties/requireDuty';
import { feedbackOutcome, type FeedbackInput, type Outcome } from './feedbackOutcome';

export interface FeedbackGiver {
  services: Services;
  origin: Origin;
  staff: { id: string };
  unit: { id: string };
  now: number;
}

export interface FeedbackDone {
  passage: Passage;
  wants: ScanWant[];
}

const openMs = limits.feedbackMinutes * 60_000;

/** The guard's own check of today. @throws not_found, feedback_closed */
async function findOwn({ services, staff, unit, now }: FeedbackGiver, id: string): Promise<Passage> {
  const { zone } = services.config.brand;
  const passage = await findPassage(services.database, zone, id);
  const isOwn = passage?.kind === 'scan' && passage.staffId === staff.id && passage.unitId === unit.id;
  const isOpen = passage !== undefined && now - passage.receivedAt < openMs;
  if (!passage || !isOwn || !(isOpen || passage.day === dayNumber(now, zone))) {
    throw new AppError('not_found');
  }
  if (!isOpen) {
    throw new AppError('feedback_closed');
  }

  return passage;
}

async function subjectOf({ caches }: Services, { personId, pointId }: Passage) {
  const [person, point] = await Promise.all([caches.persons.get(personId), caches.points.get(pointId)]);
  if (!person || !point) {
    throw new AppError('not_found');
  }

  return { person, point };
}

function isSame(before: Passage, feedback: Feedback): boolean {
  return Object.entries(feedback).every(([field, value]) => before[field as keyof Feedback] === value);
}

/** @returns the passage as it is stored then, and the points whose counts changed */
async function write(
  { services, now }: FeedbackGiver,
  scene: Scene,
  { known, point, outcome }: { known: Passage; point: Point; outcome: Outcome },
): Promise<{ passage: Passage; pointIds: string[] }> {
  const tx = services.database.within(scene.tx);
  const held = await holdPassage(services, known, tx);
  if (!held) {
    throw new AppError('not_found');
  }
  const { feedback, wants } = outcome;
  if (isSame(held.passage, feedback)) {
    return { passage: held.passage, pointIds: [] };
  }
  const waits = policyAt(services.config, point).feedbackFirst && wants.length > 0;
  const placement = { rootId: point.rootId, stayMs: stayMsAt(services.config, point), waits, now };
  const written = await rewritePassage(services, held, feedback, placement, tx);
  const { decision, reason, overrideReason } = feedback;
  scene.events.push({
    action: 'passages.feedback',
    target: known.id,
    details: { decision, reason, overrideReason, digest: digestOf([written.passage]) },
  });

  return written;
}

/** Whoever lets somebody in on his own decision is on duty there, as for a check; what was decided may be told again. */
async function requireDutyToLetIn(
  { services, staff }: FeedbackGiver,
  { decision, overrideReason, pointId }: Passage,
  { override }: FeedbackInput,
): Promise<void> {
  const isTold = decision === 'allow' && overrideReason === override?.reason;
  if (override?.decision === 'allow' && !isTold) {
    await requireDuty(services, { staffId: staff.id, pointId });
  }
}

/**
 * A guard tells why somebody came and what was measured, and decides otherwise where he must. The check's row, presences
 * and counts follow at once; telling the same again changes nothing.
 * @throws not_found, feedback_closed, duty_required, duty_ended, invalid_input
 */
export async function giveFeedback(
  giver: FeedbackGiver,
  id: string,
  input: FeedbackInput,
): Promise<FeedbackDone> {
  const { services, origin, now } = giver;
  const known = await findOwn(giver, id);
  await requireDutyToLetIn(giver, known, input);
  const { person, point } = await subjectOf(services, known);
  const outcome = await feedbackOutcome(services, known, { person, point }, input, now);
  const { passage, pointIds } = await writeAs(services, origin, (scene) =>
    write(giver, scene, { known, point, outcome }),
  );
  if (pointIds.length > 0) {
    services.bus.publish('flow', { unitId: passage.unitId, pointIds });
  }

  return { passage, wants: outcome.wants };
}
