import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** Whatever a test invents of a person is written down, so that logs and dumps can be searched for it afterwards. */
export function notePersonalData(...values: string[]): void {
  const folder = process.env.ANXING_TEST_LOGS;
  if (folder) {
    appendFileSync(path.join(folder, 'personal-data.txt'), values.map((value) => `${value}\n`).join(''));
  }
}
