import { Latencies } from '../../bench/measure/latencies.mjs';
import { median, percentile, ratio } from '../../bench/measure/statistics.mjs';

test('the median is the middle, or between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([Number.NaN, 7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('a percentile is the value that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile([5], 0.01)).toBe(5);
  expect(percentile([], 0.5)).toBeNaN();
});

test('nothing is divided by nothing', () => {
  expect(ratio(3, 2)).toBe(1.5);
  expect(ratio(3, 0)).toBeNaN();
  expect(ratio(3, Number.NaN)).toBeNaN();
});

test('latencies are kept one by one, also beyond the first allotment', () => {
  const latencies = new Latencies();
  for (let ms = 100_000; ms >= 1; ms -= 1) {
    latencies.add(ms / 100);
  }

  expect(latencies.count).toBe(100_000);
  expect(latencies.summary()).toEqual({ p50: 500, p90: 900, p99: 990, max: 1000 });
});
