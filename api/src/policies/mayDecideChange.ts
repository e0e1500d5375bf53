import type { Abilities } from '@anxing/contract/units';

import { deciderFault, type Party } from '../commands/changes/parties';
import type { Change } from '../models/change';

/** Who proposed a change may take it back, and never approves it. */
export function isProposer({ staffId }: Party, change: Change): boolean {
  return staffId === change.staffId;
}

/**
 * Whether somebody can be the second person of a change now. Who is not verified yet may try: the refusal says what to
 * do, which a missing button would not.
 */
export function mayDecideChange(
  { approveChanges }: Abilities,
  decider: Party,
  change: Change,
  now: number,
): boolean {
  const isOpen = change.state === 'waiting' && change.expiresAt > now;
  const fault = deciderFault(decider, change);

  return approveChanges && isOpen && (fault === undefined || fault === 'change_not_verified');
}
