import type { OpenWarning } from '@anxing/contract/flow';

import { afterEvent, nothingYet } from '../../../../admin/src/features/flow/live/liveState';
import { flowItem, flowOf } from '../../support/sampleFlow';

const warning: OpenWarning = {
  id: 'w',
  pointId: 'hall',
  level: 'line',
  threshold: 5,
  raisedAt: 1,
  acknowledgedAt: null,
};
const begun = afterEvent(nothingYet, {
  type: 'snapshot',
  flow: { ...flowOf(flowItem('hall'), flowItem('shop')), warnings: [warning] },
});

test('a snapshot is everything', () => {
  const later = afterEvent(begun, { type: 'snapshot', flow: flowOf(flowItem('shop', { inside: 3 })) });
  expect([...(later.items ?? [])].map(([id, { inside }]) => [id, inside])).toEqual([['shop', 3]]);
  expect(later.warnings).toEqual([]);
});

test('a change replaces its rows, takes those away that are gone, and leaves the rest', () => {
  const change = { items: [flowItem('hall', { inside: 2 })], gone: ['shop'], at: 9 };
  const later = afterEvent(begun, { type: 'change', change });
  expect([...(later.items ?? [])].map(([id, { inside }]) => [id, inside])).toEqual([['hall', 2]]);
  expect(later).toMatchObject({ warnings: [warning], changedAt: 9 });
  expect(begun.items?.get('hall')?.inside).toBe(0);

  const ended = afterEvent(later, { type: 'change', change: { items: [], gone: [], warnings: [], at: 10 } });
  expect(ended.warnings).toEqual([]);
});

test('how the numbers come is kept beside them', () => {
  const later = afterEvent(begun, { type: 'connection', connection: 'retrying' });
  expect(later).toEqual({ ...begun, connection: 'retrying' });
});
