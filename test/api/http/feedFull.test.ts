import { dayOf } from '../../../api/src/base/days';
import type { FeedBatch } from '../../../api/src/models/feedBatch';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

/** More than the rows that are looked at in one piece on SQLite. */
const many = 60;
/** More than the batches that are looked at in one piece. */
const others = 25;

let api: TestApi;
let before: TestApi['services']['config']['policy']['turning'];

beforeAll(async () => {
  api = await startApi();
  const { turning } = api.services.config.policy;
  before = { ...turning };
  Object.assign(turning, { share: 1, people: 1_000, ended: 1 });
});

afterAll(async () => {
  Object.assign(api.services.config.policy.turning, before);
  await api.close();
});

function arrivals(count: number) {
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);

  return Array.from({ length: count }, () => ({ idNumber: inventIdNumber(), kind: 'arrived', date }));
}

async function deliver(feed: FeedClient, rows: readonly object[]): Promise<FeedBatch> {
  const { body } = await feed.deliver(rows).expect(201);

  return body.batch as FeedBatch;
}

async function deliverOthers(name: string): Promise<void> {
  for (let at = 0; at < others; at += 1) {
    const other = await buildFeedClient(api, 'arrivals', { channel: `${name}-${at}` });
    await deliver(other, arrivals(1));
  }
}

async function openOf(channel: string): Promise<number> {
  const [row] = await api.services.database.select(
    'SELECT COUNT(*) AS count FROM facts f JOIN feed_batches b ON b.number = f.batch ' +
      "WHERE f.source = 'arrivals' AND b.channel LIKE ? AND f.closed_by IS NULL",
    [channel],
  );

  return Number(row?.count);
}

test('a full list closes its deliverer’s rows, however many batches of others lie between', async () => {
  const city = await buildFeedClient(api, 'arrivals', { channel: 'city' });
  const first = arrivals(many);
  await deliver(city, first);
  await deliverOthers('early');
  const second = [...first.slice(5), ...arrivals(many)];
  expect(await deliver(city, second)).toMatchObject({ added: many, unchanged: many - 5, closed: 5 });
  await deliverOthers('late');
  const third = [first[10], second.at(-1)].filter((row) => row !== undefined);
  expect(await deliver(city, third)).toMatchObject({ added: 0, unchanged: 2, closed: 2 * many - 7 });
  expect(await openOf('city')).toBe(2);
  expect(await openOf('%-%')).toBe(2 * others);
  expect(await deliver(city, [])).toMatchObject({ closed: 2 });
});
