import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { inRoot } from '../../scripts/lib/root.mjs';
import { mustRun, run } from '../../scripts/lib/run.mjs';
import { ensureSecrets } from '../../scripts/lib/secretsFile.mjs';
import { bundle } from './bundles.mjs';
import { productionEnvironment } from './environment.mjs';

/** Residents enough that nobody meets the limit of a caller; a unit has ten points. */
const crewSizes = { full: { persons: 1_500, units: 2 }, quick: { persons: 400, units: 1 } };

/** What all faults of one run share: a folder, logs, secrets, and the programs that play people. */
export class Place {
  static async prepare({ isQuick }) {
    const place = new Place();
    place.crewSize = isQuick ? crewSizes.quick : crewSizes.full;
    place.folder = mkdtempSync(path.join(tmpdir(), 'anxing-faults-'));
    place.logs = path.join(place.folder, 'logs');
    place.secretsFile = path.join(place.folder, 'keys.json');
    place.builds = inRoot('var/faults', `build-${process.pid}`);
    mkdirSync(place.logs);
    ensureSecrets(place.secretsFile, 'production');
    place.bundles = await bundle(place.builds);
    place.sign = (await import(place.bundles.wallet)).tokenSigner(place.secretsFile);

    return place;
  }

  log(name) {
    return path.join(this.logs, `${name}.log`);
  }

  environment(databaseUrl, redisUrl) {
    const { folder, secretsFile } = this;

    return productionEnvironment({ folder, secretsFile, databaseUrl, redisUrl });
  }

  /** Fills an empty database. @returns whom the phones play */
  async fill(databaseUrl, name) {
    const file = path.join(this.folder, `${name}.crew.json`);
    const { persons, units } = this.crewSize;
    const args = ['--enable-source-maps', this.bundles.seed, file, persons, units];
    await mustRun('the database could not be filled', process.execPath, args.map(String), {
      env: this.environment(databaseUrl),
      log: this.log(`${name}-seed`),
    });

    return JSON.parse(readFileSync(file, 'utf8'));
  }

  /** Whether every audit chain is whole. @returns '' or what the command says */
  async auditFault(databaseUrl) {
    const args = ['--enable-source-maps', inRoot('api/dist/main.js'), 'audit', 'verify'];
    const { code, output } = await run(process.execPath, args, { env: this.environment(databaseUrl) });

    return code === 0 ? '' : `audit: ${output.trim()}`;
  }

  /** Logs of a failed run stay when `keepsLogs`. */
  close({ keepsLogs }) {
    rmSync(this.builds, { recursive: true, force: true });
    if (!keepsLogs) {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}
