import type { z } from 'zod';

import { documentFault, holderNumber } from '@anxing/contract/identityDocuments';
import { isSetting, type overrideCreate } from '@anxing/contract/overrides';

import { dayOf } from '../../base/days';
import { InvalidInput } from '../../base/errors';
import type { Services } from '../../context';
import { overrideKinds } from '../../risk/overrideReasons';

export type OverrideInput = z.output<typeof overrideCreate>;

/** What is wrong with the documents alone: whether anybody is registered under them is told to nobody. */
function peopleFaults({ clock, config }: Services, people: OverrideInput['people']): [string, string][] {
  const today = dayOf(clock.now(), config.brand.zone);
  const seen = new Set<string>();

  return people.flatMap(({ idType, idNumber }, i): [string, string][] => {
    const holder = `${idType} ${holderNumber(idType, idNumber)}`;
    const isTwice = seen.has(holder);
    seen.add(holder);
    const fault = documentFault(idType, idNumber, today) ?? (isTwice ? 'twice' : undefined);

    return fault ? [[`people.${i}.idNumber`, fault]] : [];
  });
}

/** A key of the field texts when the reason is not one for all of these kinds. */
export function reasonFault(
  { overrideReasons }: Services,
  reason: string,
  kinds: readonly string[],
): 'overrideReason' | undefined {
  const known = overrideReasons.find(({ id }) => id === reason);

  return known && kinds.every((kind) => known.kinds.includes(kind)) ? undefined : 'overrideReason';
}

/** A colour that two people set ends by itself: no record is there to end it. */
function daysFaults({ kind, days }: OverrideInput): [string, string][] {
  return isSetting(kind) && days === null ? [['days', 'required']] : [];
}

function kindFaults(services: Services, { kind, reason }: OverrideInput): [string, string][] {
  if (!overrideKinds(services.feedRules).some(({ id }) => id === kind)) {
    return [['kind', 'overrideKind']];
  }
  const fault = reasonFault(services, reason, [kind]);

  return fault ? [['reason', fault]] : [];
}

/** @throws invalid_input naming every wrong field */
export function checkOverride(services: Services, input: OverrideInput): void {
  const { number, files } = input.evidence;
  const faults = [
    ...peopleFaults(services, input.people),
    ...kindFaults(services, input),
    ...daysFaults(input),
    ...(number === undefined && files.length === 0 ? [['evidence.number', 'evidenceNeeded'] as const] : []),
  ];
  if (faults.length > 0) {
    throw new InvalidInput(Object.fromEntries(faults));
  }
}
