import { KeyIndex } from '../../../../api/src/storage/keyIndex';
import { HeldQueries, settled } from '../../../support/api/heldQueries';

function indexOf() {
  const queries = new HeldQueries<string>();
  const index = new KeyIndex(queries.load);
  const find = async (key: string, valueOf: (key: string) => string | undefined) => {
    const found = index.find(key);
    await settled();
    queries.answer(valueOf);

    return found;
  };

  return { queries, index, find };
}

test('what was found is not asked again', async () => {
  const { queries, index, find } = indexOf();
  expect(await find('poster', () => 'id1')).toBe('id1');
  expect(await index.find('poster')).toBe('id1');
  expect(queries.sent).toHaveLength(1);
});

test('what was not found is asked again: it may have been made since', async () => {
  const { find } = indexOf();
  expect(await find('poster', () => undefined)).toBeUndefined();
  expect(await find('poster', () => 'id1')).toBe('id1');
});

test('what was forgotten is asked again', async () => {
  const { index, find } = indexOf();
  await find('number', () => 'id1');
  index.forget('number');
  expect(await find('number', () => 'id2')).toBe('id2');
});

test('an error is told and not kept', async () => {
  const { queries, index, find } = indexOf();
  const failed = index.find('poster');
  await settled();
  queries.fail(new Error('the database is gone'));
  await expect(failed).rejects.toThrow('the database is gone');
  expect(await find('poster', () => 'id1')).toBe('id1');
});

test('so many are kept and no more; what was found first goes first', async () => {
  const size = 200;
  let asked = 0;
  const index = new KeyIndex(async (keys) => {
    asked += keys.length;

    return new Map(keys.map((key) => [key, `id of ${key}`]));
  }, size);
  const keys = Array.from({ length: size }, (_, i) => String(i));
  await Promise.all(keys.map((key) => index.find(key)));
  await index.find('0');
  expect(asked).toBe(size);

  await index.find('one more');
  expect(await index.find('1')).toBe('id of 1');
  expect(asked).toBe(size + 1);
  expect(await index.find('0')).toBe('id of 0');
  expect(asked).toBe(size + 2);
});
