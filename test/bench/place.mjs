import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureSecrets } from '../../scripts/lib/secretsFile.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { mustRun } from '../../scripts/lib/run.mjs';
import { bundle } from './bundles.mjs';
import { BenchDatabase } from './database.mjs';

/** Outside systems are set up, as production wants it, and never called: these are words that open nothing. */
export const outsideSystems = {
  ANXING_WECHAT: 'off',
  ANXING_ALIPAY: 'off',
  ANXING_NATIONAL: 'off',
  ANXING_SMS_SECRET_ID: 'unused',
  ANXING_SMS_SECRET_KEY: 'unused',
  ANXING_SMS_SDK_APP_ID: 'unused',
  ANXING_SMS_SIGN_NAME: 'unused',
  ANXING_SMS_TEMPLATE_CODE: 'unused',
  ANXING_IDENTITY_SECRET_ID: 'unused',
  ANXING_IDENTITY_SECRET_KEY: 'unused',
  ANXING_IDENTITY_RULE_WEAPP: 'unused',
  ANXING_IDENTITY_RULE_H5: 'unused',
  ANXING_IDENTITY_REDIRECT_URL: 'https://bench.example.invalid/',
};

/** Units have ten points each. There are guards enough that none meets the limit of a caller. */
const places = { units: 40, guardsPerPoint: 8 };

/** Everything that one run needs: folders, secrets, bundles, a database that is filled, and its copy for the plain version. */
export class BenchPlace {
  /**
   * @param {import('../../scripts/lib/progress.mjs').Progress} progress
   * @param {number} persons
   */
  static async prepare(progress, persons) {
    const place = new BenchPlace();
    place.persons = persons;
    place.folder = mkdtempSync(path.join(tmpdir(), 'anxing-bench-'));
    place.logs = path.join(place.folder, 'logs');
    place.secretsFile = path.join(place.folder, 'keys.json');
    place.crewFile = path.join(place.folder, 'crew.json');
    place.builds = inRoot('var/bench', `build-${process.pid}`);
    mkdirSync(place.logs);
    ensureSecrets(place.secretsFile, 'production');
    try {
      place.bundles = await bundle(place.builds);
      await progress.step('MariaDB', () => place.#startDatabase());
      await progress.step('居民、门岗、服务点 / People, guards, points', () => place.#fill(places));
    } catch (error) {
      await place.close();
      throw error;
    }

    return place;
  }

  /** Settings of a production server on one of the databases: nothing but what is said here, every check on. */
  environment(database) {
    return {
      ...outsideSystems,
      ANXING_MODE: 'production',
      ANXING_ORIGIN: 'https://bench.example.invalid',
      ANXING_SECRETS_FILE: this.secretsFile,
      ANXING_VAR: this.folder,
      ANXING_CONFIG: 'config',
      DATABASE_URL: this.database.urlOf(database),
    };
  }

  /** Removes all of it; logs of a failed run stay when `keepsLogs`. */
  async close({ keepsLogs = false } = {}) {
    await this.database?.close();
    rmSync(this.builds, { recursive: true, force: true });
    if (!keepsLogs) {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  async #startDatabase() {
    this.database = await BenchDatabase.open(path.join(this.folder, 'mariadb'));
  }

  async #fill({ units, guardsPerPoint }) {
    const [api, plain] = [await this.database.create('api'), await this.database.create('plain')];
    this.databases = { api, plain };
    const args = [this.bundles.seed, this.crewFile, this.persons, units, guardsPerPoint].map(String);
    const { PATH = '', HOME = '' } = process.env;
    await mustRun('the database could not be filled', process.execPath, ['--enable-source-maps', ...args], {
      env: { PATH, HOME, ...this.environment(api) },
    });
    await this.database.copy(api, plain);

    return { note: `${this.persons} · ${units * 10 * guardsPerPoint} · ${units * 10}` };
  }
}
