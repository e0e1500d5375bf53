import { pathOf, pointsAlone, roundStep, scaleFor } from '../../../admin/src/lib/trend';

const size = { width: 360, height: 200 };

function series(...values: (number | null)[]) {
  return { name: '在场', tone: 'toneInside' as const, values };
}

test.each([
  [1, 1],
  [5, 1],
  [6, 2],
  [11, 5],
  [26, 10],
  [50, 10],
  [51, 20],
  [1600, 500],
])('up to %i, a line each %i people', (most, step) => {
  expect(roundStep(most)).toBe(step);
});

test('the highest value fits, and empty days have a scale as well', () => {
  expect(scaleFor(size, 3, [series(0, 12, 7)]).steps).toEqual([0, 5, 10, 15]);
  expect(scaleFor(size, 3, [series(0, null, 0)]).steps).toEqual([0, 1]);
});

test('the nearest time is found from where somebody points', () => {
  const scale = scaleFor(size, 24, [series(1)]);
  expect([0, 7, 23].map((index) => scale.nearest(scale.x(index) + 3))).toEqual([0, 7, 23]);
});

test('a line is interrupted where nothing is known, and a value without neighbours is a dot', () => {
  const values = [1, 2, null, 3, null, null, 4, 5];
  const path = pathOf(scaleFor(size, values.length, [series(...values)]), values);
  expect(path.replace(/[\d. ]+/g, '')).toBe('MLMML');
  expect(pointsAlone(values)).toEqual([3]);
});
