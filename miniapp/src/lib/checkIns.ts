import { limits } from '@anxing/contract/limits';
import { timeOfUuid7 } from '@anxing/contract/uuid7';
import type { VisitAnswer, VisitRequest } from '@anxing/contract/visits';

import { currentOwner } from './account';
import { asApiError } from './apiError';
import { closeCheckIn, keepCheckIn, queue, removeCheckIn, type CheckIn } from './checkInQueue';
import { now } from './clock';
import { isStepMissing } from './gate';
import { newId } from './ids';
import { request } from './request';
import { texts } from './texts';

/** Names a new check-in of the signed-in person. */
export async function newCheckIn(
  parts: Pick<CheckIn, 'place' | 'direction' | 'poster' | 'passage'>,
): Promise<CheckIn> {
  return { ...parts, id: await newId(), owner: currentOwner() };
}

function post(checkIn: CheckIn): Promise<VisitAnswer> {
  const { id, poster, passage, direction } = checkIn;

  return request<VisitAnswer>('POST', 'visits', {
    id,
    poster,
    passage,
    direction,
    members: [],
  } satisfies VisitRequest);
}

const underWay = new Map<string, Promise<VisitAnswer>>();

/** The same check-in is on its way once at a time, whoever asks. */
function postOnce(checkIn: CheckIn): Promise<VisitAnswer> {
  const running = underWay.get(checkIn.id);
  if (running) {
    return running;
  }
  const sending = post(checkIn).finally(() => underWay.delete(checkIn.id));
  underWay.set(checkIn.id, sending);

  return sending;
}

/**
 * Sends a check-in; it is kept on the phone first, so that neither a dead zone nor a dead battery loses it.
 * @returns the answer, or `waiting` when no answer came: it is sent again, with the same id, when the network is back
 * @throws ApiError when the server refused it
 */
export async function submit(checkIn: CheckIn): Promise<VisitAnswer | 'waiting'> {
  keepCheckIn(checkIn);
  try {
    const answer = await postOnce(checkIn);
    removeCheckIn(checkIn);

    return answer;
  } catch (cause) {
    const error = asApiError(cause);
    if (error.isPassing) {
      return 'waiting';
    }
    removeCheckIn(checkIn);
    throw error;
  }
}

function isTooOld(checkIn: CheckIn): boolean {
  return timeOfUuid7(checkIn.id) < now() - limits.checkInPastHours * 3_600_000;
}

/** @returns false when sending should stop for now */
async function sendWaiting(checkIn: CheckIn): Promise<boolean> {
  if (isTooOld(checkIn)) {
    closeCheckIn(checkIn, { refusal: texts.errors.tooOld, answer: null });

    return true;
  }
  try {
    closeCheckIn(checkIn, { refusal: null, answer: await postOnce(checkIn) });

    return true;
  } catch (cause) {
    const error = asApiError(cause);
    // A step that the person has yet to do does not spoil the check-in: it waits for it.
    if (error.isPassing || isStepMissing(error.code)) {
      return false;
    }
    closeCheckIn(checkIn, { refusal: error.message, answer: null });

    return true;
  }
}

let flushing: Promise<void> | undefined;

async function flush(): Promise<void> {
  const owner = currentOwner();
  const idle = queue.get().waiting.filter((checkIn) => !underWay.has(checkIn.id));
  idle.filter((checkIn) => checkIn.owner !== owner && isTooOld(checkIn)).forEach(removeCheckIn);
  for (const checkIn of idle.filter((each) => each.owner === owner)) {
    if (!(await sendWaiting(checkIn))) {
      return;
    }
  }
}

/** Sends what waits, oldest first; harmless to call at any time. */
export function sendAllWaiting(): Promise<void> {
  flushing ??= flush().finally(() => {
    flushing = undefined;
  });

  return flushing;
}
