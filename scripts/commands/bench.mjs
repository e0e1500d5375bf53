import { existsSync } from 'node:fs';

import { ensureBuilt } from '../lib/builds.mjs';
import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { Progress } from '../lib/progress.mjs';
import { inRoot } from '../lib/root.mjs';

/** Benches with preparations of their own, by the word that asks for them. */
const others = {
  lists: ['test/bench/lists.mjs', 'benchLists'],
  ocr: ['test/bench/ocr.mjs', 'benchOcr'],
  posters: ['test/bench/posters.mjs', 'benchPosters'],
  risk: ['test/bench/risk.mjs', 'benchRisk'],
};

async function runOther(mode, options) {
  const [file, name] = others[mode];
  if (!existsSync(inRoot(file))) {
    throw new Fault(`还没有这个测速 / This bench does not exist yet: ${mode} (${file})`);
  }
  const bench = await import(inRoot(file));

  return (await bench[name](options)) ?? 0;
}

async function benchOf({ mode, profile }) {
  if (profile) {
    return (await import('../../test/bench/benchProfile.mjs')).benchProfile;
  }

  return mode === 'overload'
    ? (await import('../../test/bench/benchOverload.mjs')).benchOverload
    : (await import('../../test/bench/benchPaths.mjs')).benchPaths;
}

async function runHere(options, progress) {
  const { BenchPlace } = await import('../../test/bench/place.mjs');
  const bench = await benchOf(options);
  const place = await BenchPlace.prepare(progress, options.people);
  let code = 1;
  try {
    code = await bench(place, options);

    return code;
  } finally {
    await place.close({ keepsLogs: code !== 0 });
    if (code !== 0) {
      console.log(`logs: ${place.logs}`);
    }
  }
}

/** `npm run bench`: how fast the hot paths are, as ratios that travel; see `--help`. */
export async function main(args) {
  const { readOptions, usage } = await import('../../test/bench/options.mjs');
  if (args.includes('--help')) {
    console.log(usage);

    return 0;
  }
  const options = readOptions(args);
  const progress = new Progress();
  await ensureInstalled(progress);
  await ensureBuilt('api', progress);

  return others[options.mode] ? runOther(options.mode, options) : runHere(options, progress);
}
