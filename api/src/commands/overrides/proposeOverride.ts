import type { IdType } from '@anxing/contract/identityDocuments';
import { isSetting } from '@anxing/contract/overrides';

import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy, createManyBy } from '../../models/auditedModel';
import { Override, storedDays } from '../../models/override';
import { OverridePerson } from '../../models/overridePerson';
import type { Staff } from '../../models/staff';
import { maskIdNumber } from '../../presenters/mask';
import { sealField } from '../../privacy/sealedFields';
import type { Scene } from '../../storage/scene';
import { proposeChange } from '../changes/proposeChange';
import { attachEvidence } from '../evidence/attachEvidence';
import { checkOverride, type OverrideInput } from './overrideFaults';
import { examplesShown, kindNamesOf, kindTitleOf, reasonNameOf } from '../../presenters/overrideWords';

/** Characters of the kinds' names in one line. */
const namesShown = 100;

export interface OverrideProposal {
  people: readonly { idType: IdType; idNumber: string }[];
  kinds: readonly string[];
  reason: string;
  explanation: string;
  evidenceNumber: string | null;
  evidenceIds: readonly string[];
  /** Null: as long as the records that it lifts. */
  days: number | null;
  appealId: string | null;
  /** What the second person should not miss. */
  warning?: string | null;
  /** Blind indexes of others who must not take part. */
  about?: readonly string[];
}

function peopleText(people: OverrideProposal['people']): string {
  const shown = people.slice(0, examplesShown).map(({ idNumber }) => maskIdNumber(idNumber));

  return `${people.length} 人：${shown.join('、')}${people.length > examplesShown ? ' 等' : ''}`;
}

/** Nobody is looked up, so that it is said in general what may come when a lift is over. */
function lastingText({ kinds }: OverrideProposal, days: number | null): string {
  if (days === null) {
    return '自批准起，与所涉记录同时失效';
  }

  return kinds.some(isSetting)
    ? `自批准起 ${days} 天`
    : `自批准起 ${days} 天；届时仍有效的记录可能使健康码再次变色`;
}

/** What the second person decides upon. */
function factsOf(services: Services, proposal: OverrideProposal) {
  const { kinds, reason, explanation, evidenceNumber, days, appealId } = proposal;

  return [
    { label: '变更', value: kindNamesOf(services, kinds) },
    { label: '人员', value: peopleText(proposal.people) },
    { label: '理由', value: reasonNameOf(services, reason) },
    { label: '说明', value: explanation },
    ...(evidenceNumber === null ? [] : [{ label: '证明编号', value: evidenceNumber }]),
    { label: '有效期', value: lastingText(proposal, days) },
    ...(appealId === null ? [] : [{ label: '来源', value: '本人申诉' }]),
  ];
}

function insertPeople(
  { vault, index }: Services,
  scene: Scene,
  overrideId: string,
  people: OverrideProposal['people'],
): Promise<OverridePerson[]> {
  const rows = people.map(({ idType, idNumber }, position) => {
    const id = newId(scene.now);

    return {
      id,
      overrideId,
      position,
      idType,
      idNumber: sealField(vault, 'override_people', 'id_number', id, idNumber),
      identityIndex: index.identity(idType, idNumber),
    };
  });

  return createManyBy(OverridePerson, scene, rows);
}

/**
 * Writes down a change of colour that waits for its second person, within a change that is under way. Nobody is looked
 * up: whether these people are registered shows in nothing.
 * @throws change_not_verified, change_about_self
 */
export async function insertOverride(
  services: Services,
  scene: Scene,
  staffId: string,
  proposal: OverrideProposal,
  id: string = newId(scene.now),
): Promise<Override> {
  const { people, kinds, reason, explanation, evidenceNumber, days, appealId } = proposal;
  const rows = await insertPeople(services, scene, id, people);
  const names = kindTitleOf(services, kinds);
  const change = await proposeChange(services, scene, {
    kind: 'override',
    subject: id,
    title: `${names.slice(0, namesShown)}：${people.length} 人`,
    facts: factsOf(services, proposal),
    warning: kinds.some(isSetting)
      ? `批准后，${people.length} 人将被${names.slice(0, namesShown)}`
      : (proposal.warning ?? null),
    about: [...rows.map(({ identityIndex }) => identityIndex), ...(proposal.about ?? [])],
    evidenceIds: proposal.evidenceIds,
    staffId,
  });

  return createBy(Override, scene, {
    id,
    changeId: change.id,
    appealId,
    kinds: kinds.join(','),
    reason,
    explanation: sealField(services.vault, 'overrides', 'explanation', id, explanation),
    evidenceNumber:
      evidenceNumber === null
        ? null
        : sealField(services.vault, 'overrides', 'evidence_number', id, evidenceNumber),
    people: people.length,
    days: storedDays(days),
    inForceAt: null,
    until: null,
    createdAt: scene.now,
  });
}

/**
 * A staff member proposes a change of colour for people who are named by their documents.
 * @throws invalid_input, change_not_verified, change_about_self
 */
export function proposeOverride(
  services: Services,
  origin: Origin,
  staff: Staff,
  input: OverrideInput,
): Promise<Override> {
  checkOverride(services, input);
  const { people, kind, reason, explanation, evidence, days } = input;

  return writeAs(services, origin, async (scene) => {
    const id = newId(scene.now);
    const uploader = { staffId: staff.id };
    await attachEvidence(scene, uploader, evidence.files, { attachedTo: id, path: 'evidence.files' });
    const proposal = {
      people,
      kinds: [kind],
      reason,
      explanation,
      evidenceNumber: evidence.number ?? null,
      evidenceIds: evidence.files,
      days,
      appealId: null,
    };

    return insertOverride(services, scene, staff.id, proposal, id);
  });
}
