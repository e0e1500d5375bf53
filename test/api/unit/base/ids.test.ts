import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { idFromBytes, idToBytes, newId } from '../../../../api/src/base/ids';

test('ids of one moment sort in the order of making, and keep their time', () => {
  const now = 1_800_000_000_123;
  const ids = Array.from({ length: 1000 }, () => newId(now));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => timeOfUuid7(id) === now)).toBe(true);
});

test('an id goes to bytes and back', () => {
  const id = newId(Date.now());
  expect(idToBytes(id)).toHaveLength(16);
  expect(idFromBytes(idToBytes(id))).toBe(id);
});
