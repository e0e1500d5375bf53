import type { Database, Row } from '../storage/database';

/** Of when the data of a feed is. */
export interface LastDelivery {
  source: string;
  /** ms */
  at: number;
}

/** One deliverer of a feed: until it delivers, it counts from when it was expected to, or the newest data if that is older. */
interface Channel {
  source: string;
  channel: string;
  /** ms */
  at: number;
}

const currentSql = 'SELECT source, channel, as_of AS at FROM feed_channels WHERE as_of IS NOT NULL';

/** Whose key was revoked is waited for until two people say that he is not. */
const isExpected = "state IN ('active', 'awaited')";

const activeSql =
  'SELECT source, channel, MIN(COALESCE(active_from, created_at)) AS at FROM feed_keys ' +
  `WHERE ${isExpected} GROUP BY source, channel`;

/** While somebody holds a key for a feed, what people upload says nothing of how old its data is. */
const thenSql =
  'SELECT b.source, b.channel, MAX(b.as_of) AS at FROM feed_batches b ' +
  "WHERE b.in_force_at <= ? AND b.origin <> 'derived' AND (b.origin <> 'hand' OR NOT EXISTS " +
  '(SELECT 1 FROM feed_keys k WHERE k.source = b.source ' +
  'AND COALESCE(k.active_from, k.created_at) <= b.in_force_at ' +
  `AND (k.${isExpected} OR k.active_until > b.in_force_at))) GROUP BY b.source, b.channel`;

const activeThenSql =
  'SELECT source, channel, MIN(COALESCE(active_from, created_at)) AS at FROM feed_keys ' +
  `WHERE COALESCE(active_from, created_at) <= ? AND (${isExpected} OR active_until > ?) GROUP BY source, channel`;

function toChannel({ source, channel, at }: Row): Channel {
  return { source: String(source), channel: String(channel), at: Number(at) };
}

/** @param delivered some of the source at least */
function ageOf(source: string, delivered: readonly Channel[], expected: readonly Channel[]): LastDelivery {
  const own = delivered.filter((one) => one.source === source);
  const deliverers = expected.filter((one) => one.source === source);
  const newest = Math.max(...own.map(({ at }) => at));
  // Who is new waits for nobody longer than what has come allows: a key is no data.
  const ats = deliverers.map(
    ({ channel, at }) => own.find((one) => one.channel === channel)?.at ?? Math.min(at, newest),
  );

  return { source, at: Math.min(newest, ...ats) };
}

/**
 * A feed is as old as the oldest of those who hold a key for it: one city's data says nothing of another one's. Without
 * any such deliverer it is as old as the newest that came. One of which nothing came has no age, whoever holds a key.
 * @param expected since when somebody holds a key, by channel
 */
export function agesOf(delivered: readonly Channel[], expected: readonly Channel[]): LastDelivery[] {
  const sources = new Set(delivered.map(({ source }) => source));

  return [...sources].map((source) => ageOf(source, delivered, expected));
}

/** Of when the data of each feed is, now. */
export async function lastDeliveriesOf(database: Database): Promise<LastDelivery[]> {
  const [delivered, expected] = await Promise.all([
    database.read(currentSql, []),
    database.read(activeSql, []),
  ]);

  return agesOf(delivered.map(toChannel), expected.map(toChannel));
}

/** Of when the data of each feed was at an instant (ms), as it was known then. */
export async function lastDeliveriesAt(database: Database, at: number): Promise<LastDelivery[]> {
  const delivered = await database.select(thenSql, [at]);
  const expected = await database.select(activeThenSql, [at, at]);

  return agesOf(delivered.map(toChannel), expected.map(toChannel));
}
