import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { lagBetween } from './lag.mjs';
import { forgetPeak, peakBytes, residentBytes } from './memory.mjs';
import { profiled } from './server.mjs';

const restMs = 3_000;
const changed = 0.02;

function batchesOf(rows) {
  const moved = Math.round(rows * changed);

  return [
    {
      title: 'arrivals, first day: all rows new',
      source: 'arrivals',
      expected: { rows, added: rows, wrong: 0, closed: 0 },
    },
    {
      title: 'arrivals, next day: 2 % others',
      source: 'arrivals',
      delivered: { list: { day: 1, changed } },
      expected: { rows, added: moved, unchanged: rows - moved, closed: moved, wrong: 0 },
    },
    {
      title: 'fever: rows that add to those before',
      source: 'fever',
      profile: 'ingest',
      expected: { rows, added: rows, wrong: 0 },
    },
    {
      title: 'fever: every row wrong',
      source: 'fever',
      delivered: { dirt: { wrong: 1, twice: 0 } },
      refused: 'batch_refused',
    },
  ];
}

/** What an answer says otherwise than it should. */
function faultsOf({ title, expected, refused }, { status, answer }) {
  if (refused) {
    return status === 422 && answer.error?.code === refused ? [] : [`${title}: ${status}`];
  }
  if (status !== 201) {
    return [`${title}: ${status} ${JSON.stringify(answer).slice(0, 300)}`];
  }
  const { batch } = answer;
  const wrong = Object.entries(expected).filter(([name, count]) => batch[name] !== count);

  return wrong.map(([name, count]) => `${title}: ${name} ${batch[name]} instead of ${count}`);
}

/** Delivers one file, and waits until everybody has been judged by it. */
export async function deliverOne({ place, server, deliverer, runs, options }, one) {
  const delivery = await deliverer.prepare(one.source, one.delivered);
  forgetPeak(server.pid);
  const before = residentBytes(server.pid);
  const began = Date.now();
  const { sent, taken, judged } = await profiled(server, options, one.profile, async () => {
    const sent = await deliverer.send(server, delivery);
    const taken = { peak: peakBytes(server.pid), lag: lagBetween(place.lagFile, began, Date.now()) };
    const judging = performance.now();
    await runs.settle();

    return { sent, taken, judged: (performance.now() - judging) / 1000 };
  });
  rmSync(delivery.file);

  return {
    title: one.title,
    seconds: sent.seconds,
    before,
    ...taken,
    megabytes: delivery.bytes / 1e6,
    batch: sent.answer.batch,
    faults: faultsOf(one, sent),
    judged,
    // With what is derived from it, and with everybody whom it is about judged.
    wholeLag: lagBetween(place.lagFile, began, Date.now()),
  };
}

/** Files of a million rows, as they are taken in. @returns idle memory (bytes), and what became of each file */
export async function measureIngest(scene) {
  const { server, options, deliverer, runs } = scene;
  // Connections are open and the code is compiled before the memory of the idle server is looked at.
  await deliverer.send(server, await deliverer.prepare('contacts'));
  await runs.settle();
  await sleep(restMs);
  const idle = residentBytes(server.pid);
  const files = [];
  for (const one of batchesOf(options.rows)) {
    const file = await deliverOne(scene, one);
    files.push({ rows: options.rows, ...file });
    options.print(
      `  ${one.title}: ${file.seconds.toFixed(1)} s, ${Math.round(file.peak / 1e6)} MB, judged in ${file.judged.toFixed(1)} s`,
    );
  }

  return { idle, files };
}
