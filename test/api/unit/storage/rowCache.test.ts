import { allStaleBy, RowCache, staleByIdOf } from '../../../../api/src/storage/rowCache';
import { HeldQueries, settled } from '../../../support/api/heldQueries';
import { TestBus } from '../../../support/api/testBus';

interface Row {
  version: number;
}

function cacheOf(staleBy = staleByIdOf('posters'), size = 100) {
  const bus = new TestBus();
  const queries = new HeldQueries<Row>();
  const cache = new RowCache<Row>({ bus, size, staleBy, load: queries.load });
  const read = async (key: string, version = 1) => {
    const row = cache.get(key);
    await settled();
    queries.answer(() => ({ version }));

    return row;
  };
  const change = (id: string, table = 'posters') => bus.publish('changes', [{ table, id }]);

  return { bus, queries, cache, read, change };
}

test('a row is read once and kept until the bus tells of its change', async () => {
  const { queries, cache, read, change } = cacheOf();
  await read('a');
  change('b');
  change('a', 'points');
  expect(await cache.get('a')).toEqual({ version: 1 });
  expect(queries.sent).toHaveLength(1);

  change('a');
  expect(cache.kept('a')).toBeUndefined();
  expect(await read('a', 2)).toEqual({ version: 2 });
});

test('a row that is not there is not kept', async () => {
  const { queries, cache, read } = cacheOf();
  const missing = cache.get('a');
  await settled();
  queries.answer(() => undefined);
  expect(await missing).toBeUndefined();
  expect(await read('a')).toEqual({ version: 1 });
});

test('what was read while it changed is answered and not kept', async () => {
  const { queries, cache, change } = cacheOf();
  const reading = cache.get('a');
  await settled();
  change('a');
  queries.answer(() => ({ version: 1 }));
  expect(await reading).toEqual({ version: 1 });
  expect(cache.kept('a')).toBeUndefined();
});

test('of two who read around a change, only what was read after it is kept', async () => {
  const { queries, cache, change } = cacheOf();
  const early = cache.get('a');
  await settled();
  change('a');
  const late = cache.get('a');
  await settled();
  queries.answer(() => ({ version: 1 }));
  expect(await early).toEqual({ version: 1 });
  expect(cache.kept('a')).toBeUndefined();

  queries.answer(() => ({ version: 2 }));
  await late;
  expect(cache.kept('a')).toEqual({ version: 2 });
});

test('a change of a whole table empties all, also what is being read', async () => {
  const { queries, cache, read, change } = cacheOf(allStaleBy('grants'));
  await read('a');
  const reading = cache.get('b');
  await settled();
  change('whichever', 'grants');
  queries.answer(() => ({ version: 1 }));
  await reading;
  expect([cache.kept('a'), cache.kept('b')]).toEqual([undefined, undefined]);
});

test('while the bus is ill nothing is kept, and nothing that was kept is used', async () => {
  const { bus, queries, cache, read } = cacheOf();
  await read('a');
  bus.sicken();
  expect(cache.kept('a')).toBeUndefined();
  expect(await read('a', 2)).toEqual({ version: 2 });
  expect(await read('a', 3)).toEqual({ version: 3 });
  expect(queries.sent).toHaveLength(3);
});

test('what was asked for while the bus was ill is not kept, though it is well when the answer comes', async () => {
  const { bus, queries, cache } = cacheOf();
  bus.sicken();
  const row = cache.get('a');
  await settled();
  bus.recover();
  queries.answer(() => ({ version: 1 }));
  await row;
  expect(cache.kept('a')).toBeUndefined();
});

test('a gap empties what is kept and what is being read', async () => {
  const { bus, queries, cache, read } = cacheOf();
  await read('a');
  const reading = cache.get('b');
  await settled();
  bus.sicken();
  bus.recover();
  queries.answer(() => ({ version: 1 }));
  await reading;
  expect([cache.kept('a'), cache.kept('b')]).toEqual([undefined, undefined]);
});

test('an error is told, and the next one reads anew', async () => {
  const { queries, cache, read } = cacheOf();
  const failed = cache.get('a');
  await settled();
  queries.fail(new Error('the database is gone'));
  await expect(failed).rejects.toThrow('the database is gone');
  expect(await read('a')).toEqual({ version: 1 });
  expect(cache.kept('a')).toEqual({ version: 1 });
});

test('so many rows are kept and no more; what was stored first goes first', async () => {
  const { cache, read } = cacheOf(undefined, 3);
  for (const key of ['a', 'b', 'c', 'd']) {
    await read(key);
  }
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.kept(key))).toEqual(['b', 'c', 'd']);
});
