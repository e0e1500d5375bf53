import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { RunningServer } from './server';

/** A command of the API's program beside its servers. */
export async function command({ environment }: Pick<RunningServer, 'environment'>, ...args: string[]) {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const run = promisify(execFile)(process.execPath, ['api/dist/main.js', ...args], { env });

  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}
