import { limits } from '@anxing/contract/limits';
import type { FeedbackRequest, LateScanAnswers, LateScans } from '@anxing/contract/scans';

import { asApiError, type ApiError } from '../../../lib/api/apiError';
import { textOfCode } from '../words/refusals';
import type { DoorStore, WaitingPassage } from './doorStore';

/** How the server said that it has a passage already: the first attempt had arrived after all. */
const arrivedBefore = 'same_id_other_body';
const countedAtOnce = 500;

/** The server, and who wants to know what became of the passages. */
export interface LateWay {
  send(late: LateScans): Promise<LateScanAnswers>;
  tell(id: string, feedback: FeedbackRequest): Promise<unknown>;
  /** The server will not take one later either. @param why goes on after “1 条” */
  onRefused(why: string): void;
  /** Some go on waiting, because whoever is signed in may not send them. */
  onHeld(why: string): void;
}

export interface WaitingCounts {
  /** What whoever is signed in can send. */
  count: number;
  /** What waits for somebody else to sign in. */
  others: number;
}

interface Run {
  store: DoorStore;
  way: LateWay;
}

function isOf(staffId: string) {
  return ({ staffId: owner }: WaitingPassage) => owner === undefined || owner === staffId;
}

function idsOf(waiting: readonly WaitingPassage[]): string[] {
  return waiting.map(({ item }) => item.id);
}

function sameStand(waiting: readonly WaitingPassage[]): WaitingPassage[] {
  const end = waiting.findIndex(({ pointId }) => pointId !== waiting[0]?.pointId);

  return waiting.slice(0, end < 0 ? waiting.length : end);
}

/** One tab of the browser after the other; without locks the ids see to it that nothing counts twice. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('anxing-kiosk-late', work) : work();
}

/** Whether it is for what was sent that it was refused: not for who sent it, nor for how often. */
function isLasting({ status }: ApiError): boolean {
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}

function wordsOf({ fields, message }: ApiError): string {
  return fields[0]?.message ?? message;
}

/** What was seen of somebody whom the server knows already has to follow. */
async function tellSeen({ store, way }: Run, { item }: WaitingPassage): Promise<void> {
  const { id, reason, temperature, mask } = item;
  try {
    if (reason !== undefined) {
      await way.tell(id, { reason, temperature, mask });
    }
  } catch (error) {
    const known = asApiError(error);
    if (!isLasting(known)) {
      throw error;
    }
    way.onRefused(`的反馈未被接收：${wordsOf(known)}`);
  }
  await store.remove([id]);
}

/** Whether more was seen of somebody than what was sent, while it was on its way. */
function isAmended(kept: WaitingPassage, sent: WaitingPassage): boolean {
  return JSON.stringify(kept.item) !== JSON.stringify(sent.item);
}

async function post(run: Run, batch: readonly WaitingPassage[]): Promise<void> {
  const { store, way } = run;
  const sent = batch.map(({ item }) => item);
  const { items } = await way.send({ pointId: batch[0]?.pointId ?? '', items: sent });
  const answers = new Map(items.map((answer) => [answer.id, answer]));
  const answered = batch.filter(({ item }) => answers.has(item.id));
  if (answered.length === 0) {
    throw new Error('The server answered for none of the passages');
  }
  const settled: WaitingPassage[] = [];
  const known: WaitingPassage[] = [];
  for (const one of answered) {
    const { taken = false, code = null } = answers.get(one.item.id) ?? {};
    const kept = (await store.one(one.item.id)) ?? one;
    const isToTell = code === arrivedBefore || (taken && isAmended(kept, one));
    (isToTell ? known : settled).push(kept);
    if (!taken && !isToTell) {
      way.onRefused(`未被接收：${textOfCode(code)}`);
    }
  }
  await store.remove(idsOf(settled));
  for (const one of known) {
    await tellSeen(run, one);
  }
}

/** Of a batch that was refused as a whole, each by itself: one that is wrong keeps nobody else back. */
async function sendBatch(run: Run, batch: readonly WaitingPassage[]): Promise<void> {
  const { store, way } = run;
  try {
    await post(run, batch);
  } catch (error) {
    const known = asApiError(error);
    if (known.is('forbidden')) {
      way.onHeld(known.message);
    } else if (!isLasting(known)) {
      throw error;
    } else if (batch.length === 1) {
      await store.remove(idsOf(batch));
      way.onRefused(`未被接收：${wordsOf(known)}`);
    } else {
      for (const one of batch) {
        await sendBatch(run, [one]);
      }
    }
  }
}

/**
 * Sends what a staff member left waiting, the oldest first; what was answered waits no longer.
 * @throws what the way throws, unless it is about some of the passages only; the rest goes on waiting
 */
export function sendWaiting(store: DoorStore, staffId: string, way: LateWay): Promise<void> {
  return inTurn(async () => {
    let last: string | undefined;
    do {
      const oldest = await store.after(last, limits.lateScans);
      const batch = sameStand(oldest.filter(isOf(staffId)));
      if (batch.length > 0) {
        await sendBatch({ store, way }, batch);
      }
      last = idsOf(batch).at(-1) ?? idsOf(oldest).at(-1);
    } while (last !== undefined);
  });
}

export async function countWaiting(store: DoorStore, staffId: string): Promise<WaitingCounts> {
  const counts: WaitingCounts = { count: 0, others: 0 };
  let last: string | undefined;
  do {
    const read = await store.after(last, countedAtOnce);
    const own = read.filter(isOf(staffId)).length;
    counts.count += own;
    counts.others += read.length - own;
    last = idsOf(read).at(-1);
  } while (last !== undefined);

  return counts;
}
