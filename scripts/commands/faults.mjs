import { ensureBuilt } from '../lib/builds.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { Progress } from '../lib/progress.mjs';

/** `npm run faults`: breaks the service in every way we know, and counts afterwards; see `--help`. */
export async function main(args) {
  const { readOptions, usage } = await import('../../test/faults/options.mjs');
  if (args.includes('--help')) {
    console.log(usage);

    return 0;
  }
  const options = readOptions(args);
  const progress = new Progress();
  await ensureInstalled(progress);
  await ensureBuilt('api', progress);
  const { runFaults } = await import('../../test/faults/runFaults.mjs');

  return runFaults(options);
}
