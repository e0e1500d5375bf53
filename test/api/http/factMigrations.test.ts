import { migrations } from '../../../api/db/migrations';
import { createLogger } from '../../../api/src/base/logger';
import { newId } from '../../../api/src/base/ids';
import { buildServices } from '../../../api/src/buildServices';
import type { Services } from '../../../api/src/context';
import { migrate } from '../../../api/src/storage/migrate';
import { dropTestDatabase, testDatabaseUrl } from '../../support/api/testDatabase';
import { testSettings } from '../../support/api/testSettings';

const logger = createLogger('silent', { write: () => undefined });
const deliveredAt = 1_790_000_000_000;

/** Those of an old database, and those that carry its facts over. */
const old = migrations.filter(({ name }) => name < '0060');
const moving = migrations.filter(({ name }) => name >= '0060' && name < '0067');

let url: string;
let services: Services & { close(): Promise<void> };

jest.setTimeout(60_000);

beforeEach(async () => {
  url = await testDatabaseUrl();
  services = buildServices(testSettings(url), { logger });
  await services.lease.take('adding');
  await migrate(services.database, old);
  await addOldFacts();
});

afterEach(async () => {
  await services.close();
  await dropTestDatabase(url);
});

/** One batch with a fact of each of two people. */
async function addOldFacts(): Promise<void> {
  const batchId = newId(deliveredAt);
  const facts = ['subject one', 'subject two'].map((subject) => [
    newId(deliveredAt),
    subject,
    'fever',
    'clinic',
    '2026-11-20',
    deliveredAt,
    null,
    deliveredAt,
    null,
    batchId,
  ]);
  await services.database.write(async (tx) => {
    const link = services.database.within(tx);
    await link.insert('fact_batches (id, source, mode, row_count, submitted_by, delivered_at)', [
      [batchId, 'fever', 'incremental', 2, '示例医院', deliveredAt],
    ]);
    await link.insert(
      'facts (id, subject_index, source, kind, date, valid_from, valid_until, recorded_from, recorded_until, batch_id)',
      facts,
    );
  });
}

async function expectMoved(): Promise<void> {
  const { database } = services;
  const rows = await database.select(
    'SELECT f.subject_index, f.kind, b.submitted_by, b.state FROM facts f JOIN feed_batches b ON b.number = f.batch ' +
      'ORDER BY f.subject_index',
  );
  const common = { kind: 'clinic', submitted_by: '示例医院', state: 'inForce' };
  expect(rows).toEqual([
    { subject_index: 'subject one', ...common },
    { subject_index: 'subject two', ...common },
  ]);
}

test('facts of an old database are carried over', async () => {
  await migrate(services.database, migrations);
  await expectMoved();
});

test('each step may be killed before it was noted, and is done again', async () => {
  for (const { up } of moving) {
    await up(services.database);
    await up(services.database);
  }
  await expectMoved();
  // None of them is on record: all of them are done once more.
  await migrate(services.database, migrations);
  await expectMoved();
});
