import { apiBuildOptions } from '../../scripts/lib/buildApi.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';

const programs = { seed: 'crew/seed', plain: 'plain/main', load: 'load/main' };

/**
 * Bundles what the bench writes in TypeScript, in the way the API is bundled.
 * @param {string} folder inside the checkout, so that packages are found
 * @returns {Promise<Record<'seed' | 'plain' | 'load', string>>} the files
 */
export async function bundle(folder) {
  const { build } = await import('esbuild');
  await build({
    ...apiBuildOptions(),
    entryPoints: Object.entries(programs).map(([out, name]) => ({
      in: inRoot('test/bench', `${name}.ts`),
      out,
    })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });

  return Object.fromEntries(Object.keys(programs).map((name) => [name, `${folder}/${name}.mjs`]));
}
