import { createHash } from 'node:crypto';

import type { Transaction } from 'sequelize';

import type { Database, Row } from '../../src/storage/database';

/** Numbers of batches leave room for so many in a millisecond. */
const perMs = 4096;

const batchColumns =
  'id, number, source, channel, name, taken_as, mode, origin, state, row_count, added, withdrawn, unchanged, ' +
  'ignored, wrong, closed, closed_nothing, as_of, received_at, in_force_at, submitted_by';

function batchOf(row: Row, number: number): unknown[] {
  const at = Number(row.delivered_at);
  const count = Number(row.row_count);
  const names = [row.source, 'main', row.id, row.id];
  const counts = [count, count, 0, 0, 0, 0, 0, 0];

  return [row.id, number, ...names, row.mode, 'inside', 'inForce', ...counts, at, at, at, row.submitted_by];
}

function factOf(row: Row, number: number, line: number): unknown[] {
  const key = createHash('sha256')
    .update([row.source, row.subject_index, row.kind, row.date, row.valid_until].join('|'))
    .digest()
    .subarray(0, 16);

  return [
    number,
    line,
    row.source,
    row.subject_index,
    row.kind,
    row.date,
    row.valid_from,
    row.valid_until,
    key,
  ];
}

async function copyBatch(database: Database, tx: Transaction, row: Row, number: number): Promise<void> {
  const facts = await database.select('SELECT * FROM facts WHERE batch_id = ? ORDER BY id', [row.id], tx);
  const link = database.within(tx);
  await link.insert(`feed_batches (${batchColumns})`, [batchOf(row, number)]);
  await link.insert(
    'facts_by_batch (batch, line, source, subject_index, kind, date, valid_from, valid_until, row_key)',
    facts.map((fact, line) => factOf(fact, number, line + 1)),
  );
}

/** What was delivered before keeps its batch and its time. */
export async function up(database: Database): Promise<void> {
  const known = await database.select('SELECT id FROM feed_batches LIMIT 1');
  if (known.length > 0) {
    return;
  }
  await database.write(async (tx) => {
    const batches = await database.select('SELECT * FROM fact_batches ORDER BY id', [], tx);
    for (const [i, row] of batches.entries()) {
      await copyBatch(database, tx, row, Number(row.delivered_at) * perMs + (i % perMs));
    }
  });
}
