import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Fault } from '../lib/fault.mjs';
import { exits } from './exits.mjs';

/** Makes a key and writes it for its owner alone. @throws EEXIST rather than touch a file that is there */
export function makeKeyFile(folder) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = path.join(folder, 'feed-key.pem');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });

  return { file, privateKey };
}

/** The 32 bytes of the public key in base64url, as the operator enters them. */
export function publicKeyOf(privateKey) {
  return createPublicKey(privateKey).export({ format: 'jwk' }).x;
}

/** The first 32 hex digits of SHA-256 over the 32 bytes, in groups of four: what two people compare on the phone. */
export function fingerprintOf(publicKey) {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');

  return hex.slice(0, 32).match(/.{4}/g).join(' ');
}

function checkMode(file) {
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Fault(
      `私钥权限过宽 / Other users can read the key in ${file} (mode ${mode.toString(8)})`,
      `请运行 / run: chmod 600 ${file}`,
      exits.keyOpen,
    );
  }
}

function parse(file) {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    const reason = error.code === 'ENOENT' ? '没有这个文件 / no such file' : '不是私钥 / no private key';
    throw new Fault(`${file}: ${reason}`, 'npm run feed -- keygen --out <folder>', exits.noFile);
  }
}

/** @throws Fault for a file that is not there, holds another kind of key, or can be read by others */
export function readKeyFile(file) {
  const key = parse(file);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Fault(`${file}: 须为 Ed25519 私钥 / needs an Ed25519 key`, '', exits.noFile);
  }
  checkMode(file);

  return key;
}
