import { apiBuildOptions } from '../../scripts/lib/buildApi.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';

const programs = {
  seed: 'crew/seed',
  wallet: 'crew/wallet',
  forge: 'forged/forge',
  forgedSeed: 'forged/seed',
  forgedStorm: 'forged/storm',
};

/**
 * Bundles what needs the API's own code, in the way the API is bundled.
 * @param {string} folder inside the checkout, so that packages are found
 * @returns {Promise<Record<keyof typeof programs, string>>} the files
 */
export async function bundle(folder) {
  const { build } = await import('esbuild');
  await build({
    ...apiBuildOptions(),
    entryPoints: Object.entries(programs).map(([out, name]) => ({
      in: inRoot('test/faults', `${name}.ts`),
      out,
    })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });

  return Object.fromEntries(Object.keys(programs).map((name) => [name, `${folder}/${name}.mjs`]));
}
