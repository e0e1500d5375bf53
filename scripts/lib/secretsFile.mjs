import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Fault } from './fault.mjs';

function key() {
  return randomBytes(32).toString('base64');
}

/**
 * New key material of an installation, in the shape that the server reads.
 * @param {'demo' | 'production'} use production refuses the keys of a demo, wherever they were copied to
 */
export function makeSecrets(use) {
  return {
    version: 1,
    use,
    sessionSecret: key(),
    fieldKeys: [{ id: 1, key: key() }],
    indexKeys: [{ id: 1, key: key() }],
    auditSalt: key(),
    codeKeys: [{ id: 1, aes: key(), ed25519: key() }],
    posterKeys: [{ id: 1, secret: key() }],
    deviceKeys: [{ id: 1, ed25519: key() }],
    metricsToken: randomBytes(32).toString('base64url'),
  };
}

/** Refuses a file that others can read; does nothing where modes mean nothing. */
function checkMode(file) {
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Fault(
      `密钥文件权限过宽 / Other users can read the secrets in ${file} (mode ${mode.toString(8)})`,
      `请运行 / run: chmod 600 ${file}`,
      78,
    );
  }
}

/** Unlike rename, neither way replaces: of two starts at once, one wins and both use its keys. */
function place(draft, file) {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code === 'EEXIST') {
      throw error;
    }
    // Some file systems know no links.
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

/** Writes the whole file or nothing, and fails with EEXIST rather than touch one that is there. */
function writeOnce(file, text) {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
    place(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Makes the secrets file unless it exists. An existing one is never changed: its keys are the only way to read the
 * database.
 * @param {'demo' | 'production'} use
 * @returns {boolean} whether it was made now
 */
export function ensureSecrets(file, use) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeOnce(file, `${JSON.stringify(makeSecrets(use), null, 2)}\n`);

    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      // A full disk is told of without a place.
      throw Object.assign(error, { path: file });
    }
    checkMode(file);

    return false;
  }
}
