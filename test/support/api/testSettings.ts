import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { loadSettings, type Settings } from '../../../api/src/base/settings';

function key(): string {
  return randomBytes(32).toString('base64');
}

/** Writes fresh secrets into a folder of their own. */
export function writeTestSecrets(): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'anxing-')), 'secrets.json');
  const secrets = {
    version: 1,
    sessionSecret: key(),
    fieldKeys: [{ id: 1, key: key() }],
    indexKeys: [{ id: 1, key: key() }],
    auditSalt: key(),
    codeKeys: [{ id: 1, aes: key(), ed25519: key() }],
    posterKeys: [{ id: 1, secret: key() }],
    metricsToken: randomBytes(24).toString('base64url'),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });

  return file;
}

/** Settings of a demo on a database, with fresh secrets. */
export function testSettings(databaseUrl: string, more: Record<string, string> = {}): Settings {
  const secretsFile = writeTestSecrets();

  return loadSettings({
    DATABASE_URL: databaseUrl,
    ANXING_SECRETS_FILE: secretsFile,
    ANXING_VAR: path.dirname(secretsFile),
    ANXING_LOG_LEVEL: 'info',
    ...more,
  });
}
