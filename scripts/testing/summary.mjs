import { duration } from '../lib/format.mjs';

/** Passed and failed of all steps together. */
export function total(results) {
  const all = [...results.values()];
  const sum = (key) => all.reduce((count, result) => count + result[key], 0);

  return { passed: sum('passed'), failed: sum('failed') };
}

/** The line by which machines read the outcome; always the last one. */
export function lastLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** A table of the steps: name, counts, time. */
export function table(results) {
  const width = Math.max(...[...results.keys()].map((id) => id.length));

  return [...results]
    .map(([id, { passed, failed, ms }]) => {
      const mark = failed > 0 ? '✗' : '✔';
      const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;

      return `${mark} ${id.padEnd(width)} ${counts}  ${duration(ms).padStart(12)}`;
    })
    .join('\n');
}
