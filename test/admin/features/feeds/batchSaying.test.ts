import type { FeedBatch } from '@anxing/contract/feeds';

import { sayingOf } from '../../../../admin/src/features/feeds/batches/batchSaying';

const batch = { state: 'inForce', delivery: 'incremental', origin: 'key', fault: null, closedNothing: false };

const said = (counts: Partial<FeedBatch>) => sayingOf({ ...batch, ...counts } as FeedBatch);

test('a batch of which nothing applied says so', () => {
  expect(said({ rows: 3, ignored: 3 })).toMatchObject({
    type: 'warning',
    title: expect.stringContaining('没有一行适用'),
  });
});

test.each([
  { rows: 3, ignored: 2 },
  { rows: 0, ignored: 0 },
])('one with %o does not', (counts) => {
  expect(said(counts)).toEqual({ type: 'success', title: '已生效' });
});
