import type { Feed } from '@anxing/contract/feeds';

import { freshnessOf } from '../../../../admin/src/features/feeds/freshness';

const now = 1_700_000_000_000;
const hourMs = 3_600_000;

function feed(given: Partial<Feed>): Feed {
  return { asOf: now, isLate: false, lateAfterHours: 24, ...given } as Feed;
}

test.each([
  ['fresh', { asOf: now - 2 * hourMs }, '22 小时后超时'],
  ['soon', { asOf: now - 22 * hourMs }, '2 小时后超时'],
  ['late', { asOf: now - 30 * hourMs, isLate: true }, '已超时 6 小时'],
  ['never', { asOf: null, isLate: true }, '从未报送'],
  ['none', { asOf: null, lateAfterHours: null }, '尚无数据'],
  ['none', { asOf: now - 90 * hourMs, lateAfterHours: null }, '不限时'],
])('a source is %s', (kind, given, text) => {
  expect(freshnessOf(feed(given), now)).toMatchObject({ kind, text });
});

test('a clock that is a little off makes no data of the future', () => {
  expect(freshnessOf(feed({ asOf: now + hourMs }), now)).toMatchObject({ kind: 'fresh', age: 0 });
});
