import { FeedBatch } from '../models/feedBatch';
import { lastDeliveriesOf } from '../models/lastDeliveries';
import type { Database, Row } from '../storage/database';

/** What the batches of a feed come to. */
export interface SourceCounts {
  asOf: number | null;
  /** Rows that are on record and not closed: what came, less what went. */
  openRows: number;
  waiting: number;
  last: FeedBatch | null;
  sequences: { channel: string; sequence: number }[];
}

const totalsSql = 'SELECT source, channel, last_batch, sequence, open_rows FROM feed_channels';

function sequencesOf(rows: readonly Row[]): SourceCounts['sequences'] {
  return rows
    .filter(({ sequence }) => sequence !== null)
    .map(({ channel, sequence }) => ({ channel: String(channel), sequence: Number(sequence) + 1 }));
}

function lastOf(rows: readonly Row[]): number {
  return Math.max(...rows.map((row) => Number(row.last_batch)));
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const bySource = new Map<string, Row[]>();
  for (const row of rows) {
    const source = String(row.source);
    bySource.set(source, [...(bySource.get(source) ?? []), row]);
  }

  return bySource;
}

async function waitingBySource(database: Database): Promise<Map<string, number>> {
  const rows = await database.read(
    "SELECT source, COUNT(*) AS count FROM feed_batches WHERE state = 'waiting' GROUP BY source",
    [],
  );

  return new Map(rows.map(({ source, count }) => [String(source), Number(count)]));
}

/** The batches of each source added up, by source. */
export async function feedCounts(database: Database): Promise<Map<string, SourceCounts>> {
  const bySource = grouped(await database.read(totalsSql, []));
  const last = await FeedBatch.findAll({ where: { number: [...bySource.values()].map(lastOf) } });
  const waiting = await waitingBySource(database);
  const ages = new Map((await lastDeliveriesOf(database)).map(({ source, at }) => [source, at]));
  const sources = new Set([...bySource.keys(), ...waiting.keys(), ...ages.keys()]);

  return new Map(
    [...sources].map((source) => {
      const rows = bySource.get(source) ?? [];
      const counts = {
        asOf: ages.get(source) ?? null,
        openRows: rows.reduce((sum, row) => sum + Number(row.open_rows), 0),
        waiting: waiting.get(source) ?? 0,
        last: last.find((batch) => batch.source === source) ?? null,
        sequences: sequencesOf(rows),
      };

      return [source, counts];
    }),
  );
}
