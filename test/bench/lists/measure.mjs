import { askOne } from './ask.mjs';
import { questions } from './questions.mjs';

async function sizesOf(connection) {
  const [[row]] = await connection.query(
    "SELECT SUM(data_length) AS data, SUM(index_length) AS indexes FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'passages'",
  );

  return { data: Number(row.data), indexes: Number(row.indexes) };
}

/** Lets the oldest day go, as the retention job does it. */
async function purge({ database, daysBefore, digestUpTo, dropUpTo }, today) {
  const [day] = await daysBefore(database, today);
  const start = performance.now();
  const { found } = await digestUpTo(database, day, async () => undefined);
  const digested = performance.now();
  await dropUpTo(database, day);

  return { day, found, digest: digested - start, drop: performance.now() - digested };
}

export async function measure(real, connection, { rows, first, until, filled, print }) {
  const [[server]] = await connection.query(
    'SELECT VERSION() AS version, @@innodb_buffer_pool_size AS pool, @@innodb_flush_log_at_trx_commit AS flush',
  );
  const sizes = await sizesOf(connection);
  const answers = [];
  for (const question of questions(until)) {
    answers.push(await askOne(real, first, question));
    print(`  ${question.title} …`);
  }
  const today = new Date(until - 1).toISOString().slice(0, 10);

  return { rows, server, filled, sizes, answers, purge: await purge(real, today) };
}
