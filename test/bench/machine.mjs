import { cpus, loadavg, totalmem } from 'node:os';

export const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: totalmem(),
  node: process.version,
};

/** Processes that wanted to run in the last minute. */
export function loadAverage() {
  return loadavg()[0].toFixed(2);
}

/**
 * What a reader has to know before he compares figures.
 * @param {string} before the load average before the run
 * @param {number} [others] the largest share of the machine that other programs used
 */
export function describeMachine(before, others = 0) {
  return (
    `${machine.cores} × ${machine.processor}, Node ${machine.node}, database and load on the same machine; ` +
    `load average ${before} before, ${loadAverage()} after; other programs used up to ${Math.round(others * 100)} % of it`
  );
}
