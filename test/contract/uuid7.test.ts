import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { isUuid7, makeUuid7, timeOfUuid7 } from '@anxing/contract/uuid7';

test('an id keeps its time and its form', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (time, random) => {
        const id = makeUuid7(time, random);
        expect(isUuid7(id)).toBe(true);
        expect(timeOfUuid7(id)).toBe(time);
      },
    ),
  );
});

test('a thousand ids of one moment differ', () => {
  const ids = Array.from({ length: 1000 }, () => makeUuid7(1_800_000_000_000, randomBytes(10)));
  expect(new Set(ids).size).toBe(1000);
});

test.each(['', 'x', '0190163d-8694-4b5d-95e4-c39b5bf0f1a5', '0190163D-8694-7B5D-95E4-C39B5BF0F1A5'])(
  '%s is none',
  (text) => {
    expect(isUuid7(text)).toBe(false);
  },
);
