import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from './connection.mjs';

const pauseMs = 20;
/** Rounds in a row that have to be well before it counts. */
const wellRounds = 10;

/** ms that one request took on a connection of its own, like a phone that comes anew; Infinity when it failed. */
async function timeOne(port, request, limitMs) {
  const since = performance.now();
  let connection;
  try {
    connection = await Connection.open(port);
    const late = setTimeout(() => connection.close(), limitMs);
    const answer = await new Promise((done) => connection.send(request, done));
    clearTimeout(late);

    return answer.status >= 200 && answer.status < 300 ? performance.now() - since : Infinity;
  } catch {
    return Infinity;
  } finally {
    connection?.close();
  }
}

/**
 * How long it takes until requests are answered well again, ten rounds in a row.
 * @param {{ port: number, kinds: (() => string)[], wellMs: number, limitMs: number }} plan
 * @returns {Promise<{ recoveredMs: number, slowestMs: number, good: number[], asked: number[] }>} ms from now to the first of
 *   those rounds, Infinity when it never was; good answers and requests of each kind
 */
export async function probe({ port, kinds, wellMs, limitMs }) {
  const since = performance.now();
  let wellSince;
  let inRow = 0;
  let slowestMs = 0;
  const good = kinds.map(() => 0);
  const asked = kinds.map(() => 0);
  while (inRow < wellRounds && performance.now() - since < limitMs) {
    const began = performance.now();
    let isWell = true;
    for (const [at, next] of kinds.entries()) {
      const ms = await timeOne(port, next(), limitMs);
      asked[at] += 1;
      good[at] += Number(Number.isFinite(ms));
      slowestMs = Math.max(slowestMs, ms);
      isWell &&= ms <= wellMs;
    }
    inRow = isWell ? inRow + 1 : 0;
    wellSince = isWell ? (wellSince ?? began) : undefined;
    await sleep(pauseMs);
  }

  return { recoveredMs: inRow < wellRounds ? Infinity : wellSince - since, slowestMs, good, asked };
}
