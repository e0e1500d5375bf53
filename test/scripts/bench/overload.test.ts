import { bookFaults, overloadCells, summariseOverload } from '../../bench/overload.mjs';

const latency = { p50: 10, p99: 40 };

function path(measured: number, statuses: Record<number, number>, failed = 0) {
  const acknowledged = statuses[200] ?? 0;
  const refused = Object.values(statuses).reduce((sum, count) => sum + count, 0) - acknowledged;

  return { measured, acknowledged, errors: refused + failed, statuses, latency, mute: 0 };
}

const mix = [
  { load: 'showCode', title: 'show code' },
  { load: 'list', title: 'list' },
];
const peak = { seconds: 2, paths: { showCode: path(200, { 200: 300 }), list: path(20, { 200: 30 }) } };
const overload = {
  seconds: 4,
  paths: { showCode: path(380, { 200: 400, 503: 100 }), list: path(0, { 503: 150, 500: 10 }, 40) },
};

test('goodput is what is answered well, against the same path at the peak', () => {
  const { rows, goodput } = summariseOverload(mix, peak, overload);

  expect(rows[0]).toMatchObject({ peak: 100, good: 95, goodput: 0.95, shed: 0.2, failed: 0 });
  expect(rows[1]).toMatchObject({ peak: 10, good: 0, goodput: 0, shed: 0.75, failed: 0.25 });
  expect(goodput).toBeCloseTo(95 / 110);
});

test('refusals that do not say when to come back are pointed out', () => {
  const { rows } = summariseOverload(mix, peak, overload);
  const [, shown] = overloadCells([{ ...rows[0], mute: 3 }]);

  expect(shown).toEqual(
    expect.arrayContaining(['95.0 %', '20.0 %', expect.stringContaining('3 of the 503')]),
  );
});

test.each([
  [10, []],
  [12, []],
  [9, ['visits: 10 acknowledged, 2 without an answer, 9 stored']],
  [13, ['visits: 10 acknowledged, 2 without an answer, 13 stored']],
])('of 10 acknowledged and 2 unanswered, %i stored', (stored, faults) => {
  expect(bookFaults({ visits: 10 }, { visits: 2 }, { visits: stored })).toEqual(faults);
});
