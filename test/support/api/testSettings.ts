import path from 'node:path';

import { loadSettings, type Settings } from '../../../api/src/base/settings';
import { writeSecrets } from './secretsFile';

/** Settings of a demo on a database, with fresh secrets. */
export function testSettings(databaseUrl: string, more: Record<string, string> = {}): Settings {
  const secretsFile = writeSecrets();

  return loadSettings({
    DATABASE_URL: databaseUrl,
    ANXING_SECRETS_FILE: secretsFile,
    ANXING_VAR: path.dirname(secretsFile),
    ANXING_LOG_LEVEL: 'info',
    ...more,
  });
}
