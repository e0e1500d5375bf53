import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

const host = path.resolve(__dirname, '../host');

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(host, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    keepNames: true,
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });

  return result.outputFiles[0]?.text ?? '';
}

let bundled: Promise<string> | undefined;

/** The phone's program for the browser; made once per process. */
export function hostScript(): Promise<string> {
  bundled ??= bundle();

  return bundled;
}

/** The looks of the phone, and of the built-in components. */
export async function hostStyles(): Promise<string> {
  const sheets = ['phone.css', 'components.css'].map((name) => readFile(path.join(host, name), 'utf8'));

  return (await Promise.all(sheets)).join('\n');
}
