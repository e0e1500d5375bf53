import type { Redis } from 'ioredis';

import { Limiter } from '../../../../api/src/storage/limiter';
import { openStore } from '../../../../api/src/storage/sharedStore';
import { PrivateRedis } from '../../../support/api/privateRedis';
import { eventually } from '../../../support/e2e/eventually';

jest.setTimeout(30_000);

const allowance = { points: 3, seconds: 60 };

let redis: PrivateRedis;
let stores: Redis[];
let limiters: Limiter[];

beforeAll(async () => {
  redis = await PrivateRedis.start();
});

beforeEach(async () => {
  stores = ['a', 'a', 'b'].map(() => openStore(redis.url));
  limiters = ['a', 'a', 'b'].map((prefix, at) => new Limiter(stores[at], prefix));
  await eventually(async () => {
    // Until each is connected its counts are its own.
    await Promise.all(limiters.map((limiter) => limiter.isUsedUp('warm up', 'x', allowance)));
    expect(await connections()).toBe(limiters.length);
  });
});

afterEach(() => stores.forEach((store) => store.disconnect()));

afterAll(() => redis.stop());

/** How many are connected, without whoever asks. */
async function connections(): Promise<number> {
  const clients = await redis.ask((client) => client.client('LIST'));

  return String(clients).trim().split('\n').length - 1;
}

/** How often a script was run there: each limit that is counted in common is one. */
async function commandsSoFar(): Promise<number> {
  const stats = String(await redis.ask((client) => client.info('commandstats')));
  const calls = /cmdstat_(?:eval|evalsha):calls=(\d+)/g;

  return [...stats.matchAll(calls)].reduce((sum, [, count]) => sum + Number(count), 0);
}

function use(nth: number, key: string): Promise<string> {
  return limiters[nth]?.consume('test', key, allowance).then(
    () => 'used',
    (error: { code: string }) => error.code,
  ) as Promise<string>;
}

test('two processes count together, another installation by itself', async () => {
  const key = 'together';
  expect(await Promise.all([use(0, key), use(1, key), use(0, key)])).toEqual(['used', 'used', 'used']);
  expect([await use(0, key), await use(1, key)]).toEqual(['too_many_requests', 'too_many_requests']);
  expect(await use(2, key)).toBe('used');
});

test('what is asked all the time each process counts by itself, without a question to Redis', async () => {
  const often = { ...allowance, perProcess: true } as const;
  const ask = (nth: number) => limiters[nth]?.consume('often', 'x', often);
  const before = await commandsSoFar();
  await Promise.all([ask(0), ask(0), ask(0), ask(1)]);

  await expect(ask(0)).rejects.toMatchObject({ code: 'too_many_requests' });
  expect(await commandsSoFar()).toBe(before);
});

test.each([
  ['is gone', () => redis.stop(), () => redis.start()],
  ['hangs', async () => redis.freeze(), async () => redis.thaw()],
])('when Redis %s each counts for itself, and together again after', async (what, takeAway, giveBack) => {
  const key = `away ${what}`;
  await takeAway();
  expect([await use(0, key), await use(0, key), await use(0, key)]).toEqual(['used', 'used', 'used']);
  expect(await use(0, key)).toBe('too_many_requests');
  expect(await use(1, key)).toBe('used');

  await giveBack();
  await eventually(async () => expect(await connections()).toBe(limiters.length));
  const after = `after ${what}`;
  await eventually(async () => {
    await Promise.all([use(0, `${after}?`), use(1, `${after}?`), use(0, `${after}?`)]);
    expect(await use(1, `${after}?`)).toBe('too_many_requests');
  });
  expect(await Promise.all([use(0, after), use(1, after), use(0, after)])).toEqual(['used', 'used', 'used']);
  expect(await use(1, after)).toBe('too_many_requests');
});
