import type { Change as ChangeAnswer } from '@anxing/contract/changes';

import type { Services } from '../context';
import type { Change } from '../models/change';
import { Override } from '../models/override';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import { openField } from '../privacy/sealedFields';
import { evidenceById, idsOf, linesOf } from './evidence';

/** What the reader may do with a change. */
export type ChangeRights = Pick<ChangeAnswer, 'isMine' | 'mayDecide'>;

/** Units and staff are never removed; this stands for one that is missing all the same. */
const gone = '—';

async function namesOf({ vault }: Services, changes: readonly Change[]) {
  const staff = await Staff.findAll({
    where: { id: changes.flatMap(({ staffId, deciderStaffId }) => [staffId, deciderStaffId ?? staffId]) },
  });
  const units = await Unit.findAll({
    where: { id: changes.flatMap(({ unitId, deciderUnitId }) => [unitId, deciderUnitId ?? unitId]) },
  });
  const staffNames = new Map(staff.map((one) => [one.id, openField(vault, 'staff', 'name', one, one.name)]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));

  return (staffId: string, unitId: string | null) => ({
    name: staffNames.get(staffId) ?? gone,
    unit: unitNames.get(unitId ?? '') ?? gone,
  });
}

function factsOf({ vault }: Services, change: Change): ChangeAnswer['facts'] {
  const facts = openField(vault, 'changes', 'facts', change, change.facts);

  return facts === null ? [] : (JSON.parse(facts) as ChangeAnswer['facts']);
}

/** The appeals that changes of colour answer, by override. */
async function appealsOf(changes: readonly Change[]): Promise<Map<string, string | null>> {
  const ids = changes.filter(({ kind }) => kind === 'override').map(({ subject }) => subject);
  const overrides =
    ids.length > 0 ? await Override.findAll({ attributes: ['id', 'appealId'], where: { id: ids } }) : [];

  return new Map(overrides.map(({ id, appealId }) => [id, appealId]));
}

/** Changes as their second person reads them; staff are named, since they answer for what they propose. */
export async function presentChanges(
  services: Services,
  changes: readonly Change[],
  rightsOf: (change: Change) => ChangeRights,
): Promise<ChangeAnswer[]> {
  const nameOf = await namesOf(services, changes);
  const appeals = await appealsOf(changes);
  const files = await evidenceById(changes.flatMap(({ evidence }) => idsOf(evidence)));

  return changes.map((change) => ({
    id: change.id,
    kind: change.kind,
    state: change.state,
    title: change.title,
    facts: factsOf(services, change),
    warning: change.warning,
    subject: change.subject,
    scope: change.scope,
    appealId: appeals.get(change.subject) ?? null,
    evidence: linesOf(change.evidence, files),
    people: [],
    proposedBy: nameOf(change.staffId, change.unitId),
    proposedAt: change.proposedAt,
    expiresAt: change.expiresAt,
    decidedBy: change.deciderStaffId === null ? null : nameOf(change.deciderStaffId, change.deciderUnitId),
    decidedAt: change.decidedAt,
    note: openField(services.vault, 'changes', 'remark', change, change.remark),
    ...rightsOf(change),
  }));
}
