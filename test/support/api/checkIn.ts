import { randomBytes } from 'node:crypto';

import { makeUuid7 } from '@anxing/contract/uuid7';

/** An id as a phone makes it. */
export function checkInId(now = Date.now()): string {
  return makeUuid7(now, randomBytes(10));
}
