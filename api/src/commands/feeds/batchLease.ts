import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { Link } from '../../storage/link';
import { BatchRefused } from './batchRefused';

/** How long a batch belongs to the process that is at it, ms, unless that says more. */
export const batchLeaseMs = 60_000;

/** A process is at a batch in one of these states. */
type HeldState = 'receiving' | 'applying';

/**
 * Makes sure, within a transaction that writes something of a batch, that the batch is still this process's: one that
 * was stopped for long finds that another has gone on, and writes nothing any more.
 * @throws BatchRefused
 */
export async function confirmBatch(
  { database }: Services,
  link: Link,
  { id, holder }: FeedBatch,
  state: HeldState,
): Promise<void> {
  const rows = await link.select(
    `SELECT id FROM feed_batches WHERE id = ? AND holder = ? AND state = ?${database.forUpdate}`,
    [id, holder, state],
  );
  if (rows.length === 0) {
    throw new BatchRefused('interrupted');
  }
}

function renew({ database, clock }: Services, { id, holder }: FeedBatch): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE feed_batches SET lease_until = ? WHERE id = ? AND holder = ? AND state IN ('receiving', 'applying')",
      [clock.now() + batchLeaseMs, id, holder],
      tx,
    ),
  );
}

/** Holds a batch for as long as the work on it takes, however little moves: a source may be slow. */
export async function whileHeld<T>(services: Services, batch: FeedBatch, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    renew(services, batch).catch((err: unknown) => services.logger.error({ job: 'batch', err }));
  }, batchLeaseMs / 6);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Whether whoever is at the batch still says so. */
export function isHeld({ leaseUntil }: FeedBatch, now: number): boolean {
  return leaseUntil !== null && Number(leaseUntil) > now;
}
