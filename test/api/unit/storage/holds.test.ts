import type { Redis } from 'ioredis';

import { Holds } from '../../../../api/src/storage/holds';
import { openStore } from '../../../../api/src/storage/sharedStore';
import { PrivateRedis } from '../../../support/api/privateRedis';
import { eventually } from '../../../support/e2e/eventually';

jest.setTimeout(30_000);

const long = 60_000;

describe('in one process', () => {
  const holds = new Holds(undefined);

  test('one holder has it, and may ask again', async () => {
    expect(await holds.take('a', 'one', long)).toBe('new');
    expect(await holds.take('a', 'one', long)).toBe('own');
    expect(await holds.take('a', 'other', long)).toBe('taken');
    expect(await holds.take('b', 'other', long)).toBe('new');
  });

  test('of many at once one gets it', async () => {
    const asked = Array.from({ length: 20 }, (_, at) => holds.take('many', `holder ${at}`, long));
    const got = await Promise.all(asked);
    expect(got.filter((taking) => taking === 'new')).toHaveLength(1);
    expect(got.filter((taking) => taking === 'taken')).toHaveLength(19);
  });

  test('let go by its holder it is free, by somebody else not', async () => {
    await holds.take('c', 'one', long);
    await holds.letGo('c', 'other');
    expect(await holds.take('c', 'other', long)).toBe('taken');
    await holds.letGo('c', 'one');
    expect(await holds.take('c', 'other', long)).toBe('new');
  });

  test('it ends by itself', async () => {
    jest.useFakeTimers();
    await holds.take('d', 'one', 1_000);
    jest.advanceTimersByTime(999);
    expect(await holds.take('d', 'other', 1_000)).toBe('taken');
    jest.advanceTimersByTime(1);
    expect(await holds.take('d', 'other', 1_000)).toBe('new');
    jest.useRealTimers();
  });
});

describe('in Redis', () => {
  let redis: PrivateRedis;
  let stores: Redis[];
  let one: Holds;
  let other: Holds;
  let foreign: Holds;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    stores = [0, 1, 2].map(() => openStore(redis.url));
    await eventually(() => Promise.all(stores.map((store) => store.ping())));
    [one, other, foreign] = stores.map((store, at) => new Holds(store, at === 2 ? 'b' : 'a')) as [
      Holds,
      Holds,
      Holds,
    ];
  });

  afterAll(async () => {
    stores.forEach((store) => store.disconnect());
    await redis.stop();
  });

  test('two processes know of each other, another installation goes by itself', async () => {
    expect(await one.take('a', 'x', long)).toBe('new');
    expect(await other.take('a', 'y', long)).toBe('taken');
    expect(await other.take('a', 'x', long)).toBe('own');
    expect(await foreign.take('a', 'y', long)).toBe('new');
  });

  test('of both at once one gets it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const key = `round ${round}`;
      const got = await Promise.all([one.take(key, 'x', long), other.take(key, 'y', long)]);
      expect([...got].sort()).toEqual(['new', 'taken']);
    }
  });

  test('let go by its holder it is free for all, by somebody else not', async () => {
    await one.take('b', 'x', long);
    await other.letGo('b', 'y');
    expect(await other.take('b', 'y', long)).toBe('taken');
    await one.letGo('b', 'x');
    expect(await other.take('b', 'y', long)).toBe('new');
  });

  test('it is kept for as long as was said', async () => {
    await one.take('c', 'x', long);
    const left = await redis.ask((client) => client.pttl('a:hold:c'));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(long);
  });

  test('without Redis each goes by itself, and remembers it when Redis is back', async () => {
    await redis.stop();
    expect(await one.take('d', 'x', long)).toBe('new');
    expect(await one.take('d', 'y', long)).toBe('taken');
    await one.letGo('e', 'x');
    await redis.start();
    await eventually(() => Promise.all(stores.map((store) => store.ping())));
    expect(await one.take('d', 'y', long)).toBe('taken');
  });
});
