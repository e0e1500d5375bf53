import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { apiBuildOptions } from '../../scripts/lib/buildApi.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { startLargeMariadb } from './lists/largeMariadb.mjs';
import { fill } from './lists/fill.mjs';
import { measure } from './lists/measure.mjs';
import { report } from './lists/report.mjs';

const name = 'anxing_bench_lists';

/** The API's own code, bundled as it is shipped. */
async function loadReal(folder) {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'real.mjs');
  const options = { ...apiBuildOptions(), outdir: undefined };
  await build({ ...options, entryPoints: [inRoot('test/bench/lists/real.ts')], outfile });

  return import(outfile);
}

async function connectTo(url) {
  const { createConnection } = await import('mysql2/promise');

  return createConnection({ uri: url, infileStreamFactory: undefined, flags: ['+LOCAL_FILES'] });
}

function urlOf(server, database) {
  const url = new URL(server);
  url.pathname = `/${database}`;

  return url.href;
}

async function run(server, { rows, folder, print }) {
  const admin = await connectTo(server);
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  try {
    const real = await loadReal(folder);
    const { database, zone, first, until } = await real.openSchema(urlOf(server, name));
    const connection = await connectTo(urlOf(server, name));
    print(`${rows} passages are made up …`);
    const filled = await fill(connection, { rows, first, zone });
    const result = await measure({ ...real, database, zone }, connection, {
      rows,
      first,
      until,
      filled,
      print,
    });
    await connection.end();
    await database.close();

    return result;
  } finally {
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  }
}

/**
 * Measures the lists of passages at size: every filter at the first page and far back, what counting costs, and the
 * purge of one day, through the code that the API runs.
 * @param {{ rows?: number, isQuick?: boolean, databaseUrl?: string, print?: (line: string) => void, json?: (result: object) => void }} options
 *   `databaseUrl` a MySQL server on which the database `anxing_bench_lists` is made and dropped; without it the bench
 *   starts a MariaDB of its own
 */
export async function benchLists({
  isQuick = false,
  rows = isQuick ? 300_000 : 10_000_000,
  databaseUrl,
  print = console.log,
  json,
} = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-bench-'));
  const builds = inRoot('var/bench', `lists-${process.pid}`);
  const own = databaseUrl ? undefined : await startLargeMariadb(folder);
  try {
    const result = await run(databaseUrl ?? own.url, { rows, folder: builds, print });
    print(report(result));
    json?.(result);

    return 0;
  } finally {
    await own?.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(builds, { recursive: true, force: true });
  }
}
