import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Settings of the person at the terminal that must not leak into tests. */
const personal = /^(ANXING_|DATABASE_URL$|REDIS_URL$|PORT$|HOST$|NODE_ENV$|TARO_APP_)/;

/** Makes a test run the same for everybody: builds and tests of this process see nobody's own settings. */
export function forgetPersonalSettings() {
  for (const name of Object.keys(process.env).filter((candidate) => personal.test(candidate))) {
    delete process.env[name];
  }
}

/** Folders of one test run, outside the checkout: logs (searched for personal data), reports, database. */
export class Workplace {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'anxing-test-'));
    this.logs = path.join(this.folder, 'logs');
    this.reports = path.join(this.folder, 'reports');
    this.temporary = path.join(this.folder, 'tmp');
    for (const folder of [path.join(this.logs, 'steps'), this.reports, this.temporary]) {
      mkdirSync(folder, { recursive: true });
    }
  }

  /** The file that takes a step's whole output. */
  logOf(id) {
    return path.join(this.logs, 'steps', `${id}.log`);
  }

  reportOf(id) {
    return path.join(this.reports, `${id}.json`);
  }

  readReport(id) {
    const file = this.reportOf(id);

    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  environment(extra = {}) {
    return { ...process.env, CI: '1', TMPDIR: this.temporary, ANXING_TEST_LOGS: this.logs, ...extra };
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
