import { decideOffline, policyOf } from '@anxing/contract/entry';
import { readOffline } from '@anxing/contract/offline/verifyOffline';
import type { Direction } from '@anxing/contract/visits';

import { now } from '../../lib/clock';
import { loadConfig } from '../../lib/config';
import type { Desk } from '../../lib/staff/desk';
import { keepLate } from '../../lib/staff/lateQueue';
import type { Checking, Checked } from './checking';
import { doorLists, heldKeys } from './doorLists';
import { offlineRefusal } from './refusal';
import { texts } from './texts';
import { verifier } from './verifier';

interface Passer {
  id: string;
  object: string;
  direction: Direction;
  /** Whether only the server is missing. */
  hasNetwork: boolean;
}

function refused(message: string): Checking {
  return { state: 'refused', message, isSessionOver: false };
}

/**
 * Checks somebody without the server: by the signature of the code and the policy of the place. The passage waits on the
 * phone under the id of the first attempt.
 */
export async function checkOffline(
  { id, object, direction, hasNetwork }: Passer,
  desk: Desk,
): Promise<Checking> {
  const lists = doorLists.get();
  if (!lists) {
    return refused(hasNetwork ? texts.noAnswer : texts.failures.needsNetwork);
  }
  const config = await loadConfig();
  const policy = policyOf(config, desk.point.category);
  const reading = readOffline(verifier, heldKeys(lists, policy.outagePass), object, now());
  if (!reading.ok) {
    return refused(offlineRefusal(reading.kind, reading.failure, hasNetwork));
  }
  const colour = lists.colours[reading.colour] ?? 'unknown';
  const verdict = decideOffline({ colour, direction, seen: {}, policy }, config);
  const { decision } = verdict;
  const owner = desk.staffId;
  if (!keepLate({ id, object, direction, decision, owner, pointId: desk.point.id })) {
    return refused(texts.check.full);
  }
  const checked: Checked = {
    id,
    at: now(),
    object: reading.kind,
    colour,
    ...verdict,
    direction,
    person: null,
    region: null,
    recent: [],
    hasMore: false,
    late: { listAsOf: lists.complete ? lists.asOf : null },
    isTold: false,
  };

  return { state: 'done', checked };
}
