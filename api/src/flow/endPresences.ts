import type { Database } from '../storage/database';
import type { Link } from '../storage/link';
import { countFlow, type FlowChange } from './countFlow';
import type { Standing } from './presences';
import { lockAllPresences, writePresences, type StoredPresence } from './storedPresences';

/** How a presence ends; undefined when it goes on. */
export type EndOf = (presence: StoredPresence) => Pick<Standing, 'changedAt' | 'leavesAt'> | undefined;

/**
 * Ends open presences of some people without a passage: they are taken to have left, and are counted so. What else
 * happened to them before they were locked is taken into account.
 * @returns the presences that ended
 */
export async function endPresences(
  database: Database,
  slot: number,
  personIds: readonly string[],
  endOf: EndOf,
  tx: Link,
): Promise<StoredPresence[]> {
  const stored = await lockAllPresences(database, personIds, tx);
  const ended = stored.flatMap((presence) => {
    const end = presence.inside ? endOf(presence) : undefined;

    return end ? [{ ...presence, ...end, inside: false }] : [];
  });
  const flow: FlowChange[] = ended.map(({ pointId, leavesAt }) => ({ pointId, at: leavesAt, expired: 1 }));
  await writePresences(database, ended, tx);
  await countFlow(database, slot, flow, tx);

  return ended;
}
