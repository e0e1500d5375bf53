import { BatchLoader } from '../../../../api/src/storage/batchLoader';
import { HeldQueries, settled } from '../../../support/api/heldQueries';

const atOnce = 500;

function loaderOf<T>() {
  const queries = new HeldQueries<T>();

  return { queries, loader: new BatchLoader<T>(queries.load) };
}

function keysTo(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `key${i}`);
}

test('what is asked for in one moment is one query, and a key is asked once', async () => {
  const { queries, loader } = loaderOf<string>();
  const answers = Promise.all(['a', 'b', 'a', 'c'].map((key) => loader.load(key)));
  await settled();
  queries.answer((key) => (key === 'c' ? undefined : key.toUpperCase()));

  expect(await answers).toEqual(['A', 'B', 'A', undefined]);
  expect(queries.sent).toEqual([['a', 'b', 'c']]);
});

test('a query that was sent is never joined: what is answered was read after it was asked for', async () => {
  const { queries, loader } = loaderOf<string>();
  const before = loader.load('a');
  await settled();
  const after = loader.load('a');
  await settled();
  expect(queries.sent).toEqual([['a'], ['a']]);

  queries.answer(() => 'old');
  queries.answer(() => 'new');
  expect([await before, await after]).toEqual(['old', 'new']);
});

test('an error reaches all who asked, and nobody else', async () => {
  const { queries, loader } = loaderOf<string>();
  const asked = ['a', 'b', 'a'].map((key) => loader.load(key));
  const outcomes = Promise.allSettled(asked);
  await settled();
  const later = loader.load('a');
  await settled();
  queries.fail(new Error('the database is gone'));
  queries.answer((key) => key.toUpperCase());

  const reasons = (await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason.message);
  expect(reasons).toEqual(Array(3).fill('the database is gone'));
  expect(await later).toBe('A');
  const next = loader.load('b');
  await settled();
  queries.answer((key) => key.toUpperCase());
  expect(await next).toBe('B');
});

test('more keys than one query takes are spread over several, two under way at a time, and all are answered', async () => {
  const { queries, loader } = loaderOf<string>();
  const keys = keysTo(2 * atOnce + 300);
  const answers = Promise.all(keys.map((key) => loader.load(key)));
  await settled();
  expect(queries.open.map((query) => query.keys.length)).toEqual([atOnce, atOnce]);

  queries.answer((key) => `value of ${key}`);
  await settled();
  expect(queries.open.map((query) => query.keys.length)).toEqual([atOnce, 300]);
  queries.answer((key) => `value of ${key}`);
  queries.answer((key) => `value of ${key}`);
  expect(await answers).toEqual(keys.map((key) => `value of ${key}`));
  expect(queries.sent.flat().sort()).toEqual([...keys].sort());
});

test('while two queries are under way the rest gathers, and goes when one has ended, also by an error', async () => {
  const { queries, loader } = loaderOf<string>();
  const early = [loader.load('a')];
  await settled();
  early.push(loader.load('b'));
  await settled();
  const gathered = Promise.all(['c', 'd', 'e'].map((key) => loader.load(key)));
  await settled();
  expect(queries.sent).toEqual([['a'], ['b']]);

  const outcomes = Promise.allSettled(early);
  queries.fail(new Error('gone'));
  await settled();
  expect(queries.sent[2]).toEqual(['c', 'd', 'e']);
  queries.answer((key) => key);
  queries.answer((key) => key);
  expect(await gathered).toEqual(['c', 'd', 'e']);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
