import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exits } from '../feed/exits.mjs';
import { Fault } from '../lib/fault.mjs';

const names = { key: 'key.pem', device: 'device.json', lists: 'lists.json', queue: 'queue.json' };

/** Of an enrolment code, however it was typed. */
function hashOf(code) {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

  return createHash('sha256').update(typed).digest('hex').slice(0, 16);
}

/** What a turnstile keeps on its disk: written whole or not at all, readable by its owner alone. */
export class State {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = path.resolve(folder);
  }

  get isEnrolled() {
    return existsSync(this.#file('device'));
  }

  /** Where it stands and whom it trusts. @throws Fault when it has not enrolled */
  get device() {
    if (!this.isEnrolled) {
      throw new Fault(
        `尚未备案 / Not enrolled yet: ${this.folder}`,
        'npm run turnstile -- enrol --url <address> --code <code> --serial <number>',
        exits.usage,
      );
    }

    return this.#read('device');
  }

  /** Keys of codes and what was revoked; undefined before they were fetched. */
  get lists() {
    return existsSync(this.#file('lists')) ? this.#read('lists') : undefined;
  }

  /** Passages that were decided here and not sent yet, oldest first. */
  get queue() {
    return existsSync(this.#file('queue')) ? this.#read('queue') : [];
  }

  write(name, value) {
    this.#place(this.#file(name), JSON.stringify(value));
  }

  /** The private key with which it enrolled. */
  ensureKey() {
    return this.#keyIn(this.#file('key'));
  }

  /**
   * The private key for an enrolment code: a new one for each, since the platform takes none again; the same for the same
   * code, with which a lost answer is asked for again.
   */
  keyFor(code) {
    return this.#keyIn(this.#fileOfCode(code));
  }

  /** The platform has taken the key of this code: the gate signs with it from now on. */
  enrolledWith(code, device) {
    const file = this.#fileOfCode(code);
    if (file !== this.#file('key')) {
      renameSync(file, this.#file('key'));
    }
    this.write('device', { ...device, codeHash: hashOf(code) });
  }

  #fileOfCode(code) {
    const hash = hashOf(code);
    const isCurrent = this.isEnrolled && this.device.codeHash === hash;

    return isCurrent ? this.#file('key') : path.join(this.folder, `key-${hash}.pem`);
  }

  #keyIn(file) {
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      this.#place(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    }
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new Fault(
        `私钥权限过宽 / Other users can read the key in ${file}`,
        `请运行 / run: chmod 600 ${file}`,
        exits.keyOpen,
      );
    }

    return createPrivateKey(readFileSync(file));
  }

  #file(name) {
    return path.join(this.folder, names[name]);
  }

  #read(name) {
    try {
      return JSON.parse(readFileSync(this.#file(name), 'utf8'));
    } catch (error) {
      throw new Fault(
        `文件无法读取 / ${this.#file(name)} cannot be read (${error.message})`,
        '',
        exits.noFile,
      );
    }
  }

  #place(file, text) {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
}

/** The 32 bytes of the public key in base64url. */
export function publicKeyText(privateKey) {
  return createPublicKey(privateKey).export({ format: 'jwk' }).x;
}
