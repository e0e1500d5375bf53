import type { ChangeKind } from '@anxing/contract/changes';
import { limits } from '@anxing/contract/limits';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Change } from '../../models/change';
import { Staff } from '../../models/staff';
import { sealField } from '../../privacy/sealedFields';
import type { Scene } from '../../storage/scene';
import { handlerOf } from './changeHandlers';
import { aboutFault, partyOf, requireProof } from './parties';

const dayMs = 86_400_000;

export interface Proposal {
  kind: ChangeKind;
  /** The record that it is about. */
  subject: string;
  /** Where the subject belongs to: the source of a batch or key. */
  scope?: string;
  /** One line, without anything of a person. */
  title: string;
  /** What the second person decides upon; persons are masked. */
  facts: readonly { label: string; value: string }[];
  warning?: string | null;
  /** Blind indexes of those whom it concerns: none of them may propose or decide it. */
  about?: readonly string[];
  evidenceIds?: readonly string[];
  /** Who proposes it. */
  staffId: string;
}

/**
 * Writes down what a staff member proposes, for a second person to decide. Nothing of it is in force.
 * @throws proof_required, change_not_verified, change_about_self
 */
export async function proposeChange(services: Services, scene: Scene, proposal: Proposal): Promise<Change> {
  const { kind, subject, scope = '', about = [], evidenceIds = [], warning = null, staffId } = proposal;
  handlerOf(kind);
  await requireProof(scene, staffId);
  const staff = await Staff.findByPk(staffId, { transaction: scene.tx, rejectOnEmpty: true });
  const proposer = await partyOf(staff, scene.tx);
  if (!proposer.person) {
    throw new AppError('change_not_verified');
  }
  const fault = aboutFault(proposer, about);
  if (fault) {
    throw new AppError(fault);
  }
  const id = newId(scene.now);
  scene.events.push({ action: 'changes.propose', target: id, details: { kind, subject } });

  return createBy(Change, scene, {
    id,
    kind,
    state: 'waiting',
    title: proposal.title,
    facts: sealField(services.vault, 'changes', 'facts', id, JSON.stringify(proposal.facts)),
    warning,
    subject,
    scope,
    unitId: staff.unitId,
    staffId,
    personId: proposer.person.id,
    about: JSON.stringify(about),
    evidence: JSON.stringify(evidenceIds),
    proposedAt: scene.now,
    expiresAt: scene.now + limits.changeWaitDays * dayMs,
    deciderUnitId: null,
    deciderStaffId: null,
    deciderPersonId: null,
    decidedAt: null,
    remark: null,
  });
}
