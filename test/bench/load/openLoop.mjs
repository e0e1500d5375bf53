import { setTimeout as sleep } from 'node:timers/promises';

import { Arrivals, byShares } from './arrivals.mjs';
import { ConnectionPool } from './connectionPool.mjs';
import { Tally } from './tally.mjs';

const tickMs = 2;
const graceMs = 15_000;

/**
 * Sends a mix of requests at a steady rate that does not care how the server is: an arrival that finds every connection
 * waiting for an answer is dropped, as a phone that cannot connect. At a rate of Infinity it keeps all connections busy.
 * @param {{ port: number, connections: number, rate: number, rampMs: number, measureMs: number, patienceMs: number,
 *   mix: { name: string, share: number, next: () => string, expected?: string }[],
 *   onStart?: () => void, onEnd?: () => void }} plan a request that is not answered within `patienceMs` has failed
 * @returns `paths` by name (see `Tally.summary`), how many arrivals were `offered` and `dropped` within the window
 */
export async function openLoop({
  port,
  connections,
  rate,
  rampMs,
  measureMs,
  patienceMs,
  mix,
  onStart,
  onEnd,
}) {
  const pool = await ConnectionPool.open(port, connections, patienceMs);
  const tallies = mix.map(({ expected }) => new Tally(expected));
  const pick = byShares(mix);
  const arrivals = new Arrivals(rate, performance.now());
  const state = { isOver: false, isMeasuring: false, dropped: 0, sent: 0 };

  const sendOne = () => {
    arrivals.take();
    state.sent += Number(state.isMeasuring);
    const at = pick();
    const request = mix[at].next();
    const since = performance.now();
    pool.send(request, (answer) => {
      const now = performance.now();
      tallies[at].take(answer, now - since);
      // Whoever is due takes the connection at once.
      sendDue(now, 1);
    });
  };
  const sendDue = (now, most) => {
    for (let left = Math.min(most, arrivals.due(now)); left > 0 && pool.hasFree && !state.isOver; left -= 1) {
      sendOne();
    }
  };
  const tick = () => {
    pool.endLate();
    const now = performance.now();
    sendDue(now, Infinity);
    const dropped = rate === Infinity ? 0 : Math.max(0, arrivals.due(now));
    arrivals.take(dropped);
    state.dropped += state.isMeasuring ? dropped : 0;
  };
  const measuring = (isMeasuring) => {
    state.isMeasuring = isMeasuring;
    tallies.forEach((tally) => (tally.isMeasuring = isMeasuring));
  };

  const timer = setInterval(tick, tickMs);
  await sleep(rampMs);
  onStart?.();
  const since = performance.now();
  measuring(true);
  await sleep(measureMs);
  measuring(false);
  const seconds = (performance.now() - since) / 1000;
  onEnd?.();
  state.isOver = true;
  await pool.finish(graceMs);
  clearInterval(timer);

  return {
    seconds,
    offered: state.sent + state.dropped,
    dropped: state.dropped,
    paths: Object.fromEntries(mix.map(({ name }, at) => [name, tallies[at].summary()])),
  };
}
