import { createHash } from 'node:crypto';

import { limits } from '@anxing/contract/limits';
import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { AppError } from '../base/errors';

/**
 * When a check-in happened, by the time inside its id, never later than now. An id from too long ago or from the
 * future is refused with the server's time, so that a phone with a wrong clock can set itself right.
 * @param now ms
 * @throws id_out_of_time
 */
export function timeOfCheckIn(id: string, now: number): number {
  const time = timeOfUuid7(id);
  if (time < now - limits.checkInPastHours * 3_600_000 || time > now + limits.checkInFutureMinutes * 60_000) {
    throw new AppError('id_out_of_time', { serverTime: now });
  }

  return Math.min(time, now);
}

/** What a check-in asked for and who asked: a repeat has the same hash, another request with the same id has not. */
export function hashOfRequest(actor: string, input: Record<string, unknown>): Buffer {
  const fields = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));

  return createHash('sha256')
    .update(JSON.stringify([actor, fields]))
    .digest();
}
