import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { apiBuildOptions } from '../../../scripts/lib/buildApi.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { mustRun } from '../../../scripts/lib/run.mjs';
import { ensureSecrets } from '../../../scripts/lib/secretsFile.mjs';
import { BenchDatabase } from '../database.mjs';
import { startLargeMariadb } from '../lists/largeMariadb.mjs';
import { outsideSystems } from '../place.mjs';

const programs = { seed: 'risk/seed', load: 'load/main', real: 'risk/real' };

async function bundle(folder) {
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

/** A large batch would wait for a second person; how many people it turns is counted all the same. */
function copyConfig(folder) {
  cpSync(inRoot('config'), folder, { recursive: true });
  const file = path.join(folder, 'policy.json');
  const policy = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...policy, turning: { share: 1, people: 1 } }));
}

/** Folders, secrets, programs, a key of the sources: what the bench of the colours needs, on whatever database. */
export class RiskPlace {
  static async prepare() {
    const place = new RiskPlace();
    place.folder = mkdtempSync(path.join(tmpdir(), 'anxing-bench-'));
    place.logs = path.join(place.folder, 'logs');
    place.files = path.join(place.folder, 'deliveries');
    place.secretsFile = path.join(place.folder, 'keys.json');
    place.lagFile = path.join(place.folder, 'lag.txt');
    place.crewFile = path.join(place.folder, 'cast.json');
    place.builds = inRoot('var/bench', `build-${process.pid}`);
    place.keys = generateKeyPairSync('ed25519');
    mkdirSync(place.logs);
    mkdirSync(place.files);
    copyConfig(path.join(place.folder, 'config'));
    ensureSecrets(place.secretsFile, 'production');
    place.bundles = await bundle(place.builds);
    place.real = await import(place.bundles.real);

    return place;
  }

  /** Settings of a production server. @param {string} database a name on the MySQL server, or `sqlite:<file>` */
  environment(database) {
    return {
      ...outsideSystems,
      ANXING_MODE: 'production',
      ANXING_ORIGIN: 'https://bench.example.invalid',
      ANXING_SECRETS_FILE: this.secretsFile,
      ANXING_VAR: this.folder,
      ANXING_CONFIG: path.join(this.folder, 'config'),
      BENCH_LAG_FILE: this.lagFile,
      DATABASE_URL: database.startsWith('sqlite:') ? database : this.database.urlOf(database),
    };
  }

  /** A MariaDB of its own, as large as one that holds a province, unless a server is given. */
  async openMariadb(given = process.env.ANXING_BENCH_MARIADB) {
    const folder = path.join(this.folder, 'mariadb');
    mkdirSync(folder);
    const own = given ? undefined : await startLargeMariadb(folder);
    this.database = await BenchDatabase.open(folder, given ?? own.url);
    this.database.server = own;
    this.databases = { api: await this.database.create('risk') };
  }

  /** Says where the people are, and fills it with so many of them. */
  async seed({ people, crew, units }) {
    const { x } = this.keys.publicKey.export({ format: 'jwk' });
    const args = [this.bundles.seed, this.crewFile, people, crew, units, x].map(String);
    const { PATH = '', HOME = '' } = process.env;
    await mustRun('the database could not be filled', process.execPath, ['--enable-source-maps', ...args], {
      env: { PATH, HOME, ...this.environment(this.databases.api) },
    });
    this.cast = JSON.parse(readFileSync(this.crewFile, 'utf8'));
  }

  async close({ keepsLogs = false } = {}) {
    await this.database?.close();
    rmSync(this.builds, { recursive: true, force: true });
    for (const name of keepsLogs ? ['mariadb', 'deliveries'] : ['']) {
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
    }
  }
}
