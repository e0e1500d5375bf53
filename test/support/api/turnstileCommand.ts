import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** `npm run turnstile` with what a reader types into it, line by line. */
export async function turnstileHearing(typed: string, action: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('scripts/turnstile.mjs'), action, ...args]);
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()));
  child.stdin.end(typed);
  ended.code = await new Promise((resolve) => child.once('close', resolve));

  return ended;
}

/** The command as a maker runs it, beside the server. */
export function turnstile(action: string, ...args: string[]): Promise<Ended> {
  return turnstileHearing('', action, ...args);
}
