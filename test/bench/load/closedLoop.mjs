import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from './connection.mjs';
import { Tally } from './tally.mjs';

/** How long an answer may still come after the end, before it is counted as lost. */
const graceMs = 15_000;

async function drive(connection, next, tally, until) {
  while (!until.isOver && connection.isOpen) {
    const request = next();
    const since = performance.now();
    const answer = await new Promise((done) => connection.send(request, done));
    tally.take(answer, performance.now() - since);
  }
}

/**
 * Keeps `connections` busy: each sends its next request when the one before is answered.
 * @param {{ port: number, connections: number, next: () => string, expected?: string, rampMs: number, measureMs: number,
 *   onStart?: () => void, onEnd?: () => void }} plan `onStart` and `onEnd` are called at the edges of the window
 * @returns the tally's summary with `seconds`, the length of the window
 */
export async function closedLoop({ port, connections, next, expected, rampMs, measureMs, onStart, onEnd }) {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const tally = new Tally(expected);
  const until = { isOver: false };
  const running = open.map((connection) => drive(connection, next, tally, until));
  await sleep(rampMs);
  onStart?.();
  const since = performance.now();
  tally.isMeasuring = true;
  await sleep(measureMs);
  tally.isMeasuring = false;
  const seconds = (performance.now() - since) / 1000;
  onEnd?.();
  until.isOver = true;
  const late = setTimeout(() => open.forEach((connection) => connection.close()), graceMs);
  await Promise.all(running);
  clearTimeout(late);
  open.forEach((connection) => connection.close());

  return { ...tally.summary(), seconds };
}
