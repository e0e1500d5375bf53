import type { Database } from '../../src/storage/database';
import { columns, createTable } from '../../src/storage/tables';

const create = createTable({
  name: 'feed_channels',
  columns: {
    source: columns.text(20),
    channel: columns.text(40),
    as_of: columns.instant().optional(),
    last_batch: columns.instant(),
    sequence: columns.int().optional(),
    open_rows: columns.instant(),
  },
  key: ['source', 'channel'],
});

const totals =
  "SELECT source, channel, MAX(CASE WHEN origin <> 'derived' THEN as_of END) AS as_of, MAX(number) AS last_batch, " +
  'MAX(sequence) AS sequence, SUM(added - withdrawn - closed) AS open_rows ' +
  'FROM feed_batches WHERE in_force_at IS NOT NULL GROUP BY source, channel';

/** What the batches in force of each deliverer come to: nobody has to add up all of them to know. */
export async function up(database: Database): Promise<void> {
  await create(database);
  await database.write(async (tx) => {
    await database.execute('DELETE FROM feed_channels', [], tx);
    const rows = await database.select(totals, [], tx);
    await database.within(tx).insert(
      'feed_channels (source, channel, as_of, last_batch, sequence, open_rows)',
      rows.map((row) => [
        row.source,
        row.channel,
        row.as_of,
        row.last_batch,
        row.sequence,
        Number(row.open_rows),
      ]),
    );
  });
}
