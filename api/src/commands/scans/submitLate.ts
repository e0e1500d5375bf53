import type { Decision } from '@anxing/contract/visits';

import { AppError } from '../../base/errors';
import { writeAs } from '../../context';
import { digestOf } from '../../passages/auditBatch';
import { findPassage } from '../../passages/findPassage';
import type { Passage } from '../../passages/passage';
import { stayMsAt } from '../../passages/placePolicy';
import { holdPassage, rewritePassage } from '../../passages/rewritePassage';
import type { Scene } from '../../storage/scene';
import type { Guard } from '../checkPerson';
import { submitPassage, type Submission } from '../submitPassage';

const judged: Record<Decision, string> = { allow: '可通行', ask: '须人工核实', stop: '不予放行' };

/** What the column holds. */
const whyLength = 120;

/** Whether both are the same passage: the platform had checked it, and its answer came when nobody waited any more. */
function isAnswered(stored: Passage, told: Submission): boolean {
  const isSameChecker = stored.staffId === told.staffId && stored.deviceId === (told.deviceId ?? null);
  const isSamePlace = stored.pointId === told.place.point.id && stored.direction === told.direction;

  return (
    stored.kind === 'scan' &&
    !stored.isLate &&
    isSameChecker &&
    isSamePlace &&
    stored.personId === told.person.id
  );
}

/** Staff tell what was asked of them as feedback; at a gate nobody can. */
function isLetInAgainst(stored: Passage, { decision, deviceId }: Submission): boolean {
  const isAgainst = deviceId === undefined ? stored.decision === 'stop' : stored.decision !== 'allow';

  return isAgainst && decision === 'allow';
}

/** What a row says of what is told under its id: that it was done so, that something else was, or nothing. */
function relationOf(stored: Passage, told: Submission): 'same' | 'against' | 'other' {
  if (stored.requestHash.equals(told.requestHash)) {
    return 'same';
  }
  if (!isAnswered(stored, told)) {
    return 'other';
  }
  if (isLetInAgainst(stored, told)) {
    return 'against';
  }
  const isAlike = (stored.decision === 'allow') === (told.decision === 'allow');

  return isAlike && told.deviceId !== undefined ? 'same' : 'other';
}

function whyOf({ decision, why }: Passage, { deviceId }: Submission): string {
  const who = deviceId === undefined ? '查验人员' : '设备';
  const text = `平台答复迟到，${who}已自行放行；平台判定：${why ?? judged[decision]}`;

  return text.slice(0, whyLength);
}

/** What was seen at the door stands beside what was done; the hash is that of what was told, which may be told again. */
function correctionOf(stored: Passage, told: Submission) {
  const { temperature, mask, reason, requestHash } = told;

  return {
    decision: told.decision,
    why: whyOf(stored, told),
    temperature: temperature === undefined ? stored.temperature : Math.round(temperature * 10),
    mask: mask ?? stored.mask,
    reason: reason ?? stored.reason,
    overrideReason: null,
    note: stored.note,
    isLate: true,
    requestHash,
  };
}

interface Corrected {
  passage: Passage;
  pointIds: string[];
}

/** @returns undefined when the row was changed meanwhile to what it cannot be corrected from */
async function correct(
  { services, now }: Guard,
  scene: Scene,
  known: Passage,
  told: Submission,
): Promise<Corrected | undefined> {
  const { point } = told.place;
  const tx = services.database.within(scene.tx);
  const held = await holdPassage(services, known, tx);
  const relation = held ? relationOf(held.passage, told) : 'other';
  if (!held || relation !== 'against') {
    return held && relation === 'same' ? { passage: held.passage, pointIds: [] } : undefined;
  }
  const correction = correctionOf(held.passage, told);
  const placement = { rootId: point.rootId, stayMs: stayMsAt(services.config, point), waits: false, now };
  const written = await rewritePassage(services, held, correction, placement, tx);
  const { decision, reason, overrideReason } = correction;
  scene.events.push({
    action: 'passages.feedback',
    target: known.id,
    details: { decision, reason, overrideReason, late: true, digest: digestOf([written.passage]) },
  });

  return written;
}

async function settleKnown(guard: Guard, told: Submission): Promise<Passage | undefined> {
  const { services, origin } = guard;
  const known = await findPassage(services.database, services.config.brand.zone, told.id);
  const relation = known ? relationOf(known, told) : 'other';
  if (!known || relation !== 'against') {
    return relation === 'same' ? known : undefined;
  }
  const corrected = await writeAs(services, origin, (scene) => correct(guard, scene, known, told));
  if (corrected && corrected.pointIds.length > 0) {
    services.bus.publish('flow', { unitId: corrected.passage.unitId, pointIds: corrected.pointIds });
  }

  return corrected?.passage;
}

/**
 * Writes a passage that was decided at the door. When the platform had judged it too, only too late for whoever waited,
 * it is the same passage: the record comes to say what was done, once however often it is told.
 * @throws same_id_other_body for anybody or anything else under that id
 */
export async function submitLate(guard: Guard, told: Submission): Promise<Passage> {
  try {
    return await submitPassage(guard.services, guard.origin, told);
  } catch (error) {
    const isKnown = error instanceof AppError && error.code === 'same_id_other_body';
    const settled = isKnown ? await settleKnown(guard, told) : undefined;
    if (!settled) {
      throw error;
    }

    return settled;
  }
}
