import { readOptions } from '../feed/options.mjs';
import { usage } from '../feed/usage.mjs';

const actions = {
  keygen: async (options) => (await import('../feed/keygen.mjs')).keygen(options),
  show: async (options) => (await import('../feed/keygen.mjs')).show(options),
  send: async (options) => (await import('../feed/send.mjs')).send(options),
};

/** `npm run feed`: what a source of data runs on its own machine; see `--help`. */
export async function main(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);

    return 0;
  }
  const { action, options } = readOptions(args);

  return actions[action](options);
}
