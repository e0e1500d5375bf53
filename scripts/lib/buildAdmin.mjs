import { createRequire } from 'node:module';
import path from 'node:path';

import { inRoot } from './root.mjs';
import { mustRun } from './run.mjs';

/** The program file of the vite that the admin site depends on (Taro brings an older one of its own). */
export function viteProgram() {
  const manifest = createRequire(inRoot('admin/package.json')).resolve('vite/package.json');

  return path.join(path.dirname(manifest), 'bin/vite.js');
}

/** Builds the admin site into admin/dist. */
export async function buildAdmin() {
  await mustRun(
    '管理后台构建失败 / Building the admin site failed',
    process.execPath,
    [viteProgram(), 'build'],
    { cwd: inRoot('admin'), env: { ...process.env, NODE_ENV: 'production' } },
  );
}
