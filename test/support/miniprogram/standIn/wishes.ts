import { parseArgs } from 'node:util';

export interface Wishes {
  project: string;
  port: number;
}

const flags = {
  project: { type: 'string' },
  'auto-port': { type: 'string' },
  'trust-project': { type: 'boolean' },
} as const;

/**
 * Reads `auto --project <folder> --auto-port <port> [--trust-project]`.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/quick-start.html
 * @throws when anything else is asked for
 */
export function readWishes(args: string[]): Wishes {
  const { positionals, values } = parseArgs({ args, options: flags, allowPositionals: true });
  const port = Number(values['auto-port']);
  if (positionals.join(' ') !== 'auto' || !values.project || !Number.isInteger(port)) {
    throw new Error(`not understood: ${args.join(' ')}`);
  }

  return { project: values.project, port };
}
