import type { Override as OverrideAnswer, OverrideOptions } from '@anxing/contract/overrides';
import { limits } from '@anxing/contract/limits';

import type { Services } from '../context';
import type { Change } from '../models/change';
import { daysOf, Override } from '../models/override';
import { OverridePerson } from '../models/overridePerson';
import { Unit } from '../models/unit';
import { openField } from '../privacy/sealedFields';
import { overrideKinds } from '../risk/overrideReasons';
import { evidenceById, idsOf, linesOf, type EvidenceLine } from './evidence';
import { maskIdNumber } from './mask';
import { examplesShown, kindNamesOf, reasonNameOf } from './overrideWords';

/** What may be chosen: a kind that no reason is for cannot be proposed. */
export function presentOverrideOptions({ feedRules, overrideReasons }: Services): OverrideOptions {
  const usable = new Set(overrideReasons.flatMap(({ kinds }) => kinds));

  return {
    kinds: overrideKinds(feedRules).filter(({ id }) => usable.has(id)),
    reasons: [...overrideReasons],
    maxPeople: limits.overridePeople,
    maxDays: limits.overrideDays,
  };
}

interface Surroundings {
  overrides: Map<string, Override>;
  examples: Map<string, string[]>;
  units: Map<string, string>;
  files: Map<string, EvidenceLine>;
}

async function examplesOf({ vault }: Services, overrideIds: string[]): Promise<Map<string, string[]>> {
  const people = await OverridePerson.findAll({ where: { overrideId: overrideIds }, order: ['position'] });
  const examples = new Map<string, string[]>();
  for (const one of people) {
    const known = examples.get(one.overrideId) ?? [];
    if (known.length < examplesShown) {
      known.push(maskIdNumber(openField(vault, 'override_people', 'id_number', one, one.idNumber)));
    }
    examples.set(one.overrideId, known);
  }

  return examples;
}

async function surroundingsOf(services: Services, changes: readonly Change[]): Promise<Surroundings> {
  const overrides = await Override.findAll({ where: { id: changes.map(({ subject }) => subject) } });
  const units = await Unit.findAll({ where: { id: changes.map(({ unitId }) => unitId) } });

  return {
    overrides: new Map(overrides.map((override) => [override.id, override])),
    examples: await examplesOf(
      services,
      overrides.map(({ id }) => id),
    ),
    units: new Map(units.map(({ id, name }) => [id, name])),
    files: await evidenceById(changes.flatMap(({ evidence }) => idsOf(evidence))),
  };
}

function present(
  services: Services,
  change: Change,
  override: Override,
  { examples, units, files }: Surroundings,
): OverrideAnswer {
  const { vault } = services;
  const { id, kinds, reason, explanation, evidenceNumber, people, until } = override;

  return {
    id,
    changeId: change.id,
    kind: kinds,
    kindName: kindNamesOf(services, kinds.split(',')),
    reason,
    reasonName: reasonNameOf(services, reason),
    explanation: openField(vault, 'overrides', 'explanation', override, explanation),
    evidenceNumber: openField(vault, 'overrides', 'evidence_number', override, evidenceNumber),
    evidence: linesOf(change.evidence, files),
    people,
    // Never a name: it would tell that somebody is registered under the number.
    examples: (examples.get(id) ?? []).map((idNumber) => ({ name: null, idNumber })),
    days: daysOf(override),
    state: change.state,
    proposedAt: change.proposedAt,
    proposedBy: units.get(change.unitId) ?? '',
    decidedAt: change.decidedAt,
    note: openField(vault, 'changes', 'remark', change, change.remark),
    until,
  };
}

/** Overrides with the state of their changes; those whose time is over are gone. */
export async function presentOverrides(
  services: Services,
  changes: readonly Change[],
): Promise<OverrideAnswer[]> {
  const around = await surroundingsOf(services, changes);

  return changes.flatMap((change) => {
    const override = around.overrides.get(change.subject);

    return override ? [present(services, change, override, around)] : [];
  });
}
