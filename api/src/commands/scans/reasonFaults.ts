import { InvalidInput } from '../../base/errors';
import type { ProvinceConfig } from '../../base/provinceConfig';

type Policy = ProvinceConfig['policy'];

/** Why somebody came is one of the configuration's reasons. @throws invalid_input */
export function checkPassReason({ passReasons }: Policy, reason: string | undefined): void {
  if (reason !== undefined && !passReasons.some(({ id }) => id === reason)) {
    throw new InvalidInput({ reason: 'choice' });
  }
}

export interface Override {
  decision: 'allow' | 'stop';
  reason: string;
  note?: string | undefined;
}

/**
 * Why a guard decides otherwise is of a closed list, and somebody with fever needs a reason that says so.
 * @throws invalid_input
 */
export function checkOverride({ overrideReasons }: Policy, override: Override, hasFever: boolean): void {
  const reason = overrideReasons.find(({ id }) => id === override.reason);
  if (reason?.decision !== override.decision) {
    throw new InvalidInput({ 'override.reason': 'choice' });
  }
  if (hasFever && override.decision === 'allow' && !reason.fever) {
    throw new InvalidInput({ 'override.reason': 'overrideFever' });
  }
}

/** The words for the id of a reason; the id itself for one that is no longer in the list. */
export function reasonName(list: readonly { id: string; name: string }[], id: string): string {
  return list.find((reason) => reason.id === id)?.name ?? id;
}
