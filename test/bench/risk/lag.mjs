import { existsSync, readFileSync } from 'node:fs';

import { percentile } from '../measure/statistics.mjs';

/** What the probe itself sees of an idle loop: its own timer has a millisecond. */
const timerMs = 1;

const sorted = (values) => values.toSorted((one, other) => one - other);

/**
 * How long the event loop of a server was held up between two instants (ms), from what the probe wrote: the longest time,
 * the time that 99 % of the tenths of a second did not exceed, and `own`, the longest of which it is sure that the server
 * itself took it and no other program that had the processor.
 */
export function lagBetween(file, from, until) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const stretches = lines
    .map((line) => line.split(' ').map(Number))
    .filter(([at, max]) => at > from && at <= until && Number.isFinite(max));
  const longest = sorted(stretches.map(([, max]) => Math.max(0, max - timerMs)));
  const own = sorted(stretches.map(([, max, waited]) => Math.max(0, max - timerMs - waited)));

  return {
    max: longest.at(-1) ?? Number.NaN,
    p99: percentile(longest, 0.99),
    own: own.at(-1) ?? Number.NaN,
  };
}
