import { periodText } from '../../../admin/src/features/regions/periodText';
import { fieldOf, proposalOf } from '../../../admin/src/features/regions/proposal';

test.each([
  [null, null, '—'],
  ['2026-11-12', null, '2026-11-12 起'],
  ['2026-11-12', '2026-11-15', '2026-11-12 至 2026-11-14'],
  ['2026-11-30', '2026-12-01', '2026-11-30'],
])('the days of a level from %s until %s', (from, until, text) => {
  expect(periodText(from, until)).toBe(text);
});

test('a level for several regions ends on the day after its last one', () => {
  const values = { level: 'cluster', from: '2026-11-12', lastDay: '2026-11-30', note: ' 通告 ' };

  expect(proposalOf({ divisions: ['350102', '350103'], ...values })).toEqual({
    changes: [
      { division: '350102', level: 'cluster', from: '2026-11-12', until: '2026-12-01' },
      { division: '350103', level: 'cluster', from: '2026-11-12', until: '2026-12-01' },
    ],
    note: '通告',
  });
});

test.each([
  ['changes.3.until', 'lastDay'],
  ['changes.0.division', 'divisions'],
  ['changes.0.level', 'level'],
  ['changes', 'divisions'],
  ['changes.2', 'divisions'],
  ['note', 'note'],
])('a fault at %s belongs to %s', (path, field) => {
  expect(fieldOf(path)).toBe(field);
});
