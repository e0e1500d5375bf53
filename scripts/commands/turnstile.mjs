import { ensureInstalled } from '../lib/install.mjs';
import { Progress } from '../lib/progress.mjs';
import { lockFolder } from '../turnstile/folderLock.mjs';
import { readOptions } from '../turnstile/options.mjs';
import { usage } from '../turnstile/usage.mjs';

const actions = {
  try: async (options) => (await import('../turnstile/try.mjs')).tryOut(options),
  enrol: async (options) => (await import('../turnstile/enrol.mjs')).enrol(options),
  scan: async (options) => (await import('../turnstile/scan.mjs')).scan(options),
  status: async (options) => (await import('../turnstile/status.mjs')).status(options),
};

/** Those that write into the folder of their turnstile. */
const writing = new Set(['enrol', 'scan']);

/** `npm run turnstile`: a gate that anybody can run beside a platform; see `--help`. */
export async function main(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);

    return 0;
  }
  const { action, options } = readOptions(args);
  await ensureInstalled(new Progress());
  if (writing.has(action)) {
    lockFolder(options.folder);
  }

  return actions[action](options);
}
