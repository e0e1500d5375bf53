import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { countLasting } from './closeUnseen';
import { countFreed, type Freed } from './countFreed';
import { closersLately, endedLately } from './endedLately';
import { targetOf } from './feedTables';

/** What ends by a batch. */
interface Ended {
  /** With what the deliverer's batches of the last 24 hours ended: else what is too much at once would pass in parts. */
  all: number;
  /** What counted before all that, as far as it has to be counted. @param enough */
  countBefore(enough: number): Promise<number>;
}

async function rowsEnded(services: Services, batch: FeedBatch, ended: number): Promise<Ended> {
  const earlier = batch.origin === 'key' ? await endedLately(services, batch) : 0;
  // What the batch withdraws is marked already, and counts until it is in force.
  const gone = batch.withdrawn + earlier;

  return {
    all: ended + earlier,
    countBefore: async (enough) => gone + (await countLasting(services, batch, enough - gone)),
  };
}

/** What was derived of sealed communities. */
const derivedOf = ({ source, number }: FeedBatch) =>
  ({ source, channel: 'derived', origin: 'derived', number }) as const;

/** Whether what follows from these batches is derived: it closes the facts about whom they freed. */
async function isDerived(
  { database }: Services,
  { source }: FeedBatch,
  numbers: readonly number[],
): Promise<boolean> {
  const rows = await database.read(
    "SELECT number FROM feed_batches WHERE source = ? AND channel = 'derived' AND in_force_at IS NOT NULL " +
      'AND as_of >= (SELECT MAX(in_force_at) FROM feed_batches WHERE number IN (?)) LIMIT 1',
    [source, numbers],
  );

  return rows.length > 0;
}

/** A sealed community is as many people as live in it. */
async function endedHomes(services: Services, batch: FeedBatch): Promise<Ended> {
  const number = Number(batch.number);
  const lately = batch.origin === 'key' ? await closersLately(services, batch) : [];
  const isWhole = batch.mode === 'full' && batch.wrong === 0;
  const freed: Freed = await countFreed(services, { batch, isWhole, closers: [number, ...lately] });

  return {
    all: freed.own + freed.earlier,
    async countBefore(enough) {
      const isGone = freed.earlier > 0 && (await isDerived(services, batch, lately));
      const gone = isGone ? freed.earlier : 0;

      return gone + (await countLasting(services, derivedOf(batch), enough - gone));
    },
  };
}

/**
 * Whether a batch ends more than its share of what counts now: rows that were closed or are over leave no room. A few rows
 * may always end, and no more are counted than it takes to know. Of sealed communities those count who live there. What is
 * derived follows from what two saw to, and may end as a whole.
 * @param rows that count now and would not any more
 * @returns how many end, with those of the deliverer's batches of the last 24 hours; undefined when not too many
 */
export async function endsTooMuch(
  services: Services,
  batch: FeedBatch,
  rows: number,
): Promise<number | undefined> {
  const { ended: share, people, endedRows: few } = services.config.policy.turning;
  if (batch.origin === 'derived' || rows === 0) {
    return undefined;
  }
  const isOfHomes = targetOf(services.feedRules, batch) === 'seals';
  const { all, countBefore } = await (isOfHomes
    ? endedHomes(services, batch)
    : rowsEnded(services, batch, rows));
  if (all <= (isOfHomes ? people : few)) {
    return undefined;
  }
  const before = await countBefore(Math.ceil((all + 1) / share));

  return all > Math.floor(before * share) ? all : undefined;
}
