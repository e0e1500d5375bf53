import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Secrets } from '../../../api/src/base/secrets';

/** Key material for one key. */
export function newKey(): string {
  return randomBytes(32).toString('base64');
}

/** Fresh secrets of an installation. */
export function newSecrets(): Secrets {
  return {
    version: 1,
    sessionSecret: newKey(),
    fieldKeys: [{ id: 1, key: newKey() }],
    indexKeys: [{ id: 1, key: newKey() }],
    auditSalt: newKey(),
    codeKeys: [{ id: 1, aes: newKey(), ed25519: newKey() }],
    posterKeys: [{ id: 1, secret: newKey() }],
    deviceKeys: [{ id: 1, ed25519: newKey() }],
    metricsToken: randomBytes(24).toString('base64url'),
  };
}

/** Writes secrets, or something else, into a file in a folder of its own; answers the file. */
export function writeSecrets(content: unknown = newSecrets(), mode = 0o600): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'anxing-')), 'secrets.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode });

  return file;
}
