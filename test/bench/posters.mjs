import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { inRoot } from '../../scripts/lib/root.mjs';
import { keepJson } from './keep.mjs';
import { loadAverage, machine } from './machine.mjs';
import { align } from './table.mjs';

const run = promisify(execFile);
const worker = inRoot('api/dist/posterBatch.worker.js');
const drawing = inRoot('test/bench/posters/drawing.mjs');

/** The first is the base: what fonts and program take before there is much to draw. */
const cases = [
  { size: 'a4', posters: 1 },
  { size: 'a4', posters: 500 },
  { size: 'a4', posters: 2_000 },
  { size: 'card', posters: 500 },
];
const quickCases = cases.filter(({ posters }) => posters <= 500 && posters > 1).slice(0, 1);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);

  return sorted[Math.floor(sorted.length / 2)];
}

async function drawOnce(folder, { size, posters }) {
  const file = path.join(folder, `${size}-${posters}.pdf`);
  const { stdout } = await run(process.execPath, [drawing, worker, file, String(posters), size]);
  const result = JSON.parse(stdout);
  if (result.pages !== posters) {
    throw new Error(`${posters} posters became ${result.pages} pages`);
  }

  return result;
}

/** The median time; memory and size are the largest seen. */
async function measure(folder, one, rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await drawOnce(folder, one));
  }
  const most = (name) => Math.max(...runs.map((result) => result[name]));

  return {
    ...one,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    bytes: most('bytes'),
    memory: most('memory'),
  };
}

function rowOf({ size, posters, seconds, cpu, bytes, memory }) {
  return [
    size,
    String(posters),
    seconds.toFixed(2),
    cpu.toFixed(2),
    (bytes / 1e6).toFixed(2),
    (memory / 1e6).toFixed(0),
    '',
  ];
}

/** How long a batch of posters takes to draw, how large its PDF is, and the most memory that it needs. */
export async function benchPosters({
  isQuick = false,
  rounds = 3,
  print = console.log,
  json = keepJson,
} = {}) {
  const before = loadAverage();
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-posters-'));
  try {
    const results = [];
    for (const one of isQuick ? quickCases : cases) {
      results.push(await measure(folder, one, isQuick ? 1 : rounds));
    }
    print(align([['paper', 'posters', 's', 's CPU', 'MB file', 'MB memory', ''], ...results.map(rowOf)]));
    print(
      `${machine.cores} × ${machine.processor}, Node ${machine.node}; load average ${before} before, ${loadAverage()} after`,
    );
    print(json('posters', { results }));

    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
