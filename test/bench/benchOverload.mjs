import { setTimeout as sleep } from 'node:timers/promises';

import { keepJson } from './keep.mjs';
import { Generator } from './load/generator.mjs';
import { describeMachine, loadAverage } from './machine.mjs';
import { memoryBytes } from './measure/processes.mjs';
import { bookFaults, overloadCells, summariseOverload, total } from './overload.mjs';
import { startServers, stopServers } from './servers.mjs';
import { shareOfOthers } from './summary.mjs';
import { align } from './table.mjs';

/** A morning at the doors of a city: most look at their code, some check in, few are scanned, somebody reads lists. */
const mix = [
  { load: 'showCode', title: 'show code', share: 60 },
  { load: 'checkIn', title: 'check in at a poster', share: 25 },
  { load: 'door', title: 'door check by staff', share: 12 },
  { load: 'list', title: 'list of 100 passages', share: 3 },
];

const times = 10;
/** The peak is the better of these: a batch is the larger, the more there are. */
const peakConnections = [64, 256];
const patienceMs = 10_000;
const warmUpMs = 5_000;
const overloadMs = { quick: 6_000, full: 20_000 };
/** Answers are well again when they come within this time. */
const wellMs = 50;
const recoveryLimitMs = 60_000;
const restMs = 5_000;

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** Everything that was sent over the whole run, by kind of passage. */
function sumsOf(results, count) {
  const sum = (load) => results.reduce((all, { paths }) => all + count(paths[load]), 0);

  return { visits: sum('checkIn'), scans: sum('door') };
}

async function storedPassages(place) {
  const count = (kind) =>
    place.database.number(`SELECT COUNT(*) FROM ${place.databases.api}.passages WHERE kind = ${kind}`);

  return { visits: await count(0), scans: await count(1) };
}

/** Drives the server to its peak, far beyond it, and watches it come back. */
async function drive(generator, server, database, { isQuick, seconds, connections }) {
  const { port, pids } = server;
  const common = {
    kind: 'open',
    port,
    mix,
    patienceMs,
    rampMs: 300,
    watched: { node: pids, database: database.pids },
  };
  const loads = mix.map(({ load }) => load);
  const full = (count, measureMs) =>
    generator.measure({ ...common, rate: Infinity, connections: count, measureMs });
  const warmUp = await full(peakConnections[0], warmUpMs);
  const tries = [];
  for (const count of peakConnections) {
    tries.push({ count, result: await full(count, seconds * 1_000) });
  }
  const { count: best, result: peak } = tries.toSorted(
    (one, other) => total(other.result) - total(one.result),
  )[0];
  console.log(`  peak: ${Math.round(total(peak))}/s on ${best} connections`);
  const overload = await generator.measure({
    ...common,
    rate: total(peak) * times,
    connections,
    measureMs: isQuick ? overloadMs.quick : overloadMs.full,
  });
  const recovery = await generator.measure({ kind: 'probe', port, loads, wellMs, limitMs: recoveryLimitMs });
  const again = await full(best, seconds * 1_000);
  await sleep(restMs);

  return {
    peak,
    overload,
    recovery,
    again,
    restMemory: memoryBytes(pids),
    all: [warmUp, ...tries.map(({ result }) => result), overload, recovery, again],
  };
}

function describe({ peak, overload, recovery, again, restMemory }, goodput, { connections }) {
  const offered = overload.offered / overload.seconds;
  const recovered = Number.isFinite(recovery.recoveredMs)
    ? `every path was answered within ${wellMs} ms again ${(recovery.recoveredMs / 1000).toFixed(1)} s after the end`
    : `not every path was answered within ${wellMs} ms again in ${recoveryLimitMs / 1000} s`;

  return [
    `${Math.round(offered)} arrivals a second on ${connections} connections, ` +
      `${(offered / total(peak)).toFixed(1)} × the peak; ${Math.round((overload.dropped / overload.offered) * 100)} % ` +
      'found every connection waiting and were never sent',
    `all paths together: ${(goodput * 100).toFixed(1)} % of the peak under overload, ` +
      `${((total(again) / total(peak)) * 100).toFixed(1)} % of it afterwards; ${recovered}`,
    `memory of the server: ${megabytes(peak.memory.node)} at the peak, ${megabytes(overload.memory.node)} at most ` +
      `under overload, ${megabytes(restMemory)} after ${restMs / 1000} s of rest`,
  ].join('\n');
}

/**
 * Ten times the load that the server takes at most, whatever it answers.
 * @param {import('./place.mjs').BenchPlace} place
 * @returns {Promise<number>} 1 when the books do not agree
 */
export async function benchOverload(place, options) {
  const before = loadAverage();
  const servers = await startServers(place, { only: ['api'] });
  const generator = await Generator.start(place);
  try {
    const results = await drive(generator, servers.api, place.database, options);
    const { rows, goodput } = summariseOverload(mix, results.peak, results.overload);
    const acknowledged = sumsOf(results.all, (path) => path.acknowledged);
    const unanswered = sumsOf(results.all, (path) => path.failed);
    const stored = await storedPassages(place);
    const faults = bookFaults(acknowledged, unanswered, stored);
    console.log(`\n${align(overloadCells(rows))}\n\n${describe(results, goodput, options)}`);
    console.log(faults.length > 0 ? `✗ ${faults.join('; ')}` : '✔ what was acknowledged is stored');
    const watched = [results.peak, results.overload, results.again].map((result) => ({ result }));
    console.log(describeMachine(before, shareOfOthers(watched)));
    console.log(keepJson('overload', { options, rows, goodput, acknowledged, unanswered, stored, results }));

    return faults.length > 0 ? 1 : 0;
  } finally {
    await generator.stop();
    await stopServers(servers);
  }
}
