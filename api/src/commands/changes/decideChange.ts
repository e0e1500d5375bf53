import type { Abilities } from '@anxing/contract/units';

import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { Change } from '../../models/change';
import { Staff } from '../../models/staff';
import { Unit } from '../../models/unit';
import { sealField } from '../../privacy/sealedFields';
import type { Scene } from '../../storage/scene';
import { handlerOf } from './changeHandlers';
import { endChange } from './endChange';
import { deciderFault, partyOf, requireProof, type Party } from './parties';

/** Who decides, as the session has it. */
export interface Decider {
  staff: Staff;
  abilities: Abilities;
}

export interface Decision {
  verdict: 'approved' | 'rejected' | 'withdrawn';
  note?: string | undefined;
}

/** What a suspended staff member has proposed waits until he is resumed, or its time is over. */
async function isActive(scene: Scene, { staffId, unitId }: Change): Promise<boolean> {
  const staff = await Staff.findByPk(staffId, { transaction: scene.tx });
  const unit = await Unit.findByPk(unitId, { transaction: scene.tx });

  return Boolean(staff?.active && unit?.active);
}

/** @throws forbidden */
function requireRight(change: Change, { staff, abilities }: Decider, verdict: Decision['verdict']): void {
  const mayDo = verdict === 'withdrawn' ? change.staffId === staff.id : abilities.approveChanges;
  if (!mayDo) {
    throw new AppError('forbidden');
  }
}

/** @throws proof_required, change_own, change_not_verified, change_about_self */
async function requireOther(scene: Scene, change: Change, decider: Party): Promise<void> {
  await requireProof(scene, decider.staffId);
  const fault = deciderFault(decider, change);
  if (fault) {
    throw new AppError(fault);
  }
}

/** @throws change_decided, change_outdated */
async function requireWaiting(scene: Scene, change: Change, verdict: Decision['verdict']): Promise<void> {
  if (change.state !== 'waiting') {
    throw new AppError('change_decided');
  }
  const isOver = change.expiresAt <= scene.now;
  if (isOver || (verdict === 'approved' && !(await isActive(scene, change)))) {
    throw new AppError('change_outdated');
  }
}

async function decide(
  services: Services,
  scene: Scene,
  caller: Decider,
  changeId: string,
  { verdict, note }: Decision,
): Promise<Change> {
  const change = await lockOne(Change, scene, { id: changeId });
  if (!change) {
    throw new AppError('not_found');
  }
  requireRight(change, caller, verdict);
  const decider = await partyOf(caller.staff, scene.tx);
  if (verdict !== 'withdrawn') {
    await requireOther(scene, change, decider);
  }
  await requireWaiting(scene, change, verdict);
  change.set({
    deciderStaffId: caller.staff.id,
    deciderUnitId: caller.staff.unitId,
    deciderPersonId: decider.person?.id ?? null,
    remark: note === undefined ? null : sealField(services.vault, 'changes', 'remark', change.id, note),
  });
  await endChange(services, scene, change, verdict);

  return change;
}

/** The approval stands whatever comes of the work behind it, which its handler takes up again. */
async function finish(services: Services, change: Change): Promise<void> {
  try {
    await handlerOf(change.kind).after?.(services, change);
  } catch (err) {
    services.logger.error({ err, change: change.id, kind: change.kind });
  }
}

/**
 * Approves or rejects what somebody else proposed, or takes back what one proposed oneself. Of two who decide at once,
 * one does.
 * @throws not_found, forbidden, proof_required, change_own, change_not_verified, change_about_self, change_decided,
 * change_outdated
 */
export async function decideChange(
  services: Services,
  origin: Origin,
  caller: Decider,
  changeId: string,
  decision: Decision,
): Promise<Change> {
  const change = await writeAs(services, origin, (scene) =>
    decide(services, scene, caller, changeId, decision),
  );
  if (decision.verdict === 'approved') {
    await finish(services, change);
  }

  return change;
}
