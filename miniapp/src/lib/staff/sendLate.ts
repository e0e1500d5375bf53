import { limits } from '@anxing/contract/limits';
import type { FeedbackRequest, LateScanAnswers, LateScans } from '@anxing/contract/scans';

import { asApiError, type ApiError } from '../apiError';
import { desk } from './desk';
import type { Dropped, LatePassage } from './latePassage';
import { lateQueue, settleLate } from './lateQueue';
import { staffRequest, staffSession } from './session';

/** The oldest that may go together: of one point, in the order in which people passed. */
function nextBatch(owner: string): LatePassage[] {
  const own = lateQueue.get().waiting.filter((each) => each.owner === owner);
  const end = own.findIndex(({ pointId }) => pointId !== own[0]?.pointId);

  return own.slice(0, end === -1 ? limits.lateScans : Math.min(end, limits.lateScans));
}

function bodyOf(batch: readonly LatePassage[]): LateScans {
  const items = batch.map(({ owner: _owner, pointId: _pointId, ...item }) => item);

  return { pointId: batch[0]?.pointId ?? '', items };
}

/** The first attempt reached the server after all, though its answer did not reach the phone. */
const knownAlready = 'same_id_other_body';

function isRoleOver({ code }: ApiError): boolean {
  return ['not_signed_in', 'session_expired', 'forbidden', 'password_change_required'].includes(code);
}

/** What goes on waiting is sent again later; whatever else went wrong would go wrong then too. */
function checkLasting(cause: unknown): ApiError {
  const error = asApiError(cause);
  if (error.isPassing || isRoleOver(error)) {
    throw error;
  }

  return error;
}

/** What was measured of somebody whom the server knows already has to follow. @throws when it may be sent again later */
async function tellSeen({ id, reason, temperature, mask }: LatePassage): Promise<Dropped[]> {
  if (reason === undefined) {
    return [];
  }
  const body: FeedbackRequest = { reason, temperature, mask };
  try {
    await staffRequest('POST', `scans/${encodeURIComponent(id)}/feedback`, body);

    return [];
  } catch (cause) {
    return [{ id, code: checkLasting(cause).code }];
  }
}

function refusedOf({ items }: LateScanAnswers): Dropped[] {
  return items
    .filter(({ taken, code }) => !taken && code !== knownAlready)
    .map(({ id, code }) => ({ id, code: code ?? 'internal' }));
}

/** What is answered for waits no longer, each by itself: what is still to be told of one keeps nobody else back. */
async function post(batch: readonly LatePassage[]): Promise<void> {
  const answers = await staffRequest<LateScanAnswers>('POST', 'scans/late', bodyOf(batch));
  const known = new Set(
    answers.items.filter(({ taken, code }) => !taken && code === knownAlready).map(({ id }) => id),
  );
  const others = batch.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  settleLate(others, refusedOf(answers));
  for (const passage of batch.filter(({ id }) => known.has(id))) {
    settleLate([passage.id], await tellSeen(passage));
  }
}

/** Of a batch that was refused as a whole, each by itself: one that is wrong keeps nobody else back. */
async function postOneByOne(batch: readonly LatePassage[]): Promise<void> {
  for (const passage of batch) {
    try {
      await post([passage]);
    } catch (cause) {
      const { code } = checkLasting(cause);
      settleLate([passage.id], [{ id: passage.id, code }]);
    }
  }
}

async function sendBatch(batch: readonly LatePassage[]): Promise<void> {
  try {
    await post(batch);
  } catch (cause) {
    checkLasting(cause);
    await postOneByOne(batch);
  }
}

async function sendAll(): Promise<void> {
  const owner = desk.get()?.staffId;
  if (!owner || !staffSession.isSignedIn()) {
    return;
  }
  for (let batch = nextBatch(owner); batch.length > 0; batch = nextBatch(owner)) {
    await sendBatch(batch);
  }
}

let sending: Promise<void> | undefined;

/** Sends what waits, in order; harmless to call at any time. What could not be sent goes on waiting. */
export function sendLate(): Promise<void> {
  if (lateQueue.get().waiting.length === 0) {
    return Promise.resolve();
  }
  sending ??= sendAll()
    .catch(() => undefined)
    .finally(() => {
      sending = undefined;
    });

  return sending;
}

/** Whether it is on its way just now, so that nothing can be added to it any more. */
export function isSending(): boolean {
  return sending !== undefined;
}
