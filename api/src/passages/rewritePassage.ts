import { idToBytes } from '../base/ids';
import { countFlow } from '../flow/countFlow';
import { lockAllPresences, writePresences, type StoredPresence } from '../flow/storedPresences';
import type { Link } from '../storage/link';
import { planFeedback } from './moveAfterFeedback';
import { readPassage, type Passage } from './passage';
import { PersonState } from './planBatch';
import type { Ledger } from './writeBatch';

/** What of a check the feedback to it may change. */
export type Feedback = Pick<
  Passage,
  'decision' | 'why' | 'temperature' | 'mask' | 'reason' | 'overrideReason' | 'note'
>;

/** What of a check is corrected when it turns out that the door decided it: that it did, and in which words it told so. */
type Correction = Feedback & Partial<Pick<Passage, 'isLate' | 'requestHash'>>;

/** The check as it is on record, held until the end of the transaction. */
export interface Held {
  passage: Passage;
  presences: StoredPresence[];
}

/**
 * Locks a check. The person comes first, as everywhere: two transactions with the same people take turns.
 * @returns undefined when the row is gone
 */
export async function holdPassage(
  { database }: Ledger,
  { day, id, personId }: Passage,
  tx: Link,
): Promise<Held | undefined> {
  const presences = await lockAllPresences(database, [personId], tx);
  const [row] = await tx.select(`SELECT * FROM passages WHERE day = ? AND id = ?${database.forUpdate}`, [
    day,
    idToBytes(id),
  ]);

  return row && { passage: readPassage(row), presences };
}

const setColumns = [
  'decision = ?, why = ?, temperature = ?, mask = ?, reason = ?, override_reason = ?, note = ?, counted = ?',
  'late = ?, request_hash = ?',
].join(', ');

function update(passage: Passage, tx: Link): Promise<void> {
  const { decision, why, temperature, mask, reason, overrideReason, note, counted } = passage;
  const { isLate, requestHash, day, id } = passage;

  return tx.execute(`UPDATE passages SET ${setColumns} WHERE day = ? AND id = ?`, [
    decision,
    why,
    temperature,
    mask === null ? null : Number(mask),
    reason,
    overrideReason,
    note,
    Number(counted),
    Number(isLate),
    requestHash,
    day,
    idToBytes(id),
  ]);
}

export interface Rewriting {
  rootId: string;
  /** ms after which somebody inside is taken to have left. */
  stayMs: number;
  /** Nobody is inside before more is told. */
  waits: boolean;
  /** ms */
  now: number;
}

/** Writes what the feedback says, with what it does to presences and counts. @returns the passage as it is stored then */
export async function rewritePassage(
  { database, lease }: Ledger,
  { passage: before, presences }: Held,
  feedback: Correction,
  { rootId, ...placement }: Rewriting,
  tx: Link,
): Promise<{ passage: Passage; pointIds: string[] }> {
  const after = { ...before, ...feedback };
  const movement = planFeedback(before, after, presences, { rootId, ...placement });
  const state = new PersonState(presences);
  state.apply(movement, { passage: after, rootId });
  const passage = { ...after, counted: movement.counted };
  await update(passage, tx);
  await writePresences(database, state.changed, tx);
  await countFlow(database, lease.slot, movement.flow, tx);

  return { passage, pointIds: [...new Set(movement.flow.map(({ pointId }) => pointId))] };
}
