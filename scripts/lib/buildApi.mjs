import { rmSync } from 'node:fs';
import path from 'node:path';

import { filesBelow } from './fingerprint.mjs';
import { inRoot, root } from './root.mjs';

/** Packages stay outside the bundle; our own contract is TypeScript and goes in. */
const contract = {
  name: 'contract',
  setup(build) {
    build.onResolve({ filter: /^@anxing\/contract\// }, ({ path: name }) => ({
      path: inRoot('contract/src', `${name.slice('@anxing/contract/'.length)}.ts`),
    }));
  },
};

/** Workers run from files of their own. All outputs lie side by side, so that a worker is found by its name. */
function entryPoints() {
  const workers = filesBelow(inRoot('api/src')).filter((file) => file.endsWith('.worker.ts'));

  return [inRoot('api/src/main.ts'), ...workers].map((file) => ({
    in: file,
    out: path.basename(file, '.ts'),
  }));
}

/** How the API is bundled, for one build and for the watcher alike. */
export function apiBuildOptions() {
  return {
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: inRoot('api/dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
    plugins: [contract],
  };
}

/** Bundles the API into api/dist/main.js and one file per worker. */
export async function buildApi() {
  const { build } = await import('esbuild');
  rmSync(inRoot('api/dist'), { recursive: true, force: true });
  await build(apiBuildOptions());
}
