import { Arrivals, byShares } from '../../bench/load/arrivals.mjs';

test('arrivals are due by the clock, whatever became of the earlier ones', () => {
  const arrivals = new Arrivals(100, 5_000);

  expect(arrivals.due(5_000)).toBe(0);
  expect(arrivals.due(5_050)).toBe(5);
  arrivals.take(2);
  expect(arrivals.due(5_050)).toBe(3);
  arrivals.take(3);
  expect(arrivals.due(6_000)).toBe(95);
});

test('without a rate there is always one due', () => {
  const arrivals = new Arrivals(Infinity, 0);
  arrivals.take(1_000);

  expect(arrivals.due(1)).toBe(Infinity);
});

test('each kind has its share, spread evenly', () => {
  const next = byShares([{ share: 6 }, { share: 3 }, { share: 1 }]);
  const turns = Array.from({ length: 100 }, next);

  expect([0, 1, 2].map((kind) => turns.filter((turn) => turn === kind).length)).toEqual([60, 30, 10]);
  expect(turns.slice(0, 10).filter((turn) => turn === 2)).toHaveLength(1);
});
