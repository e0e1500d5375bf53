import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { StartRefused } from '../../base/errors';

/** Reads the app's private key: PEM, or the bare base64 of Alipay's key tool. @throws StartRefused */
export function readPrivateKey(text: string): KeyObject {
  const key = firstThatWorks([
    () => createPrivateKey(text),
    () => createPrivateKey({ key: bytesOf(text), format: 'der', type: 'pkcs8' }),
    () => createPrivateKey({ key: bytesOf(text), format: 'der', type: 'pkcs1' }),
  ]);

  return checked(key, 'ANXING_ALIPAY_PRIVATE_KEY_FILE');
}

/** Reads Alipay's public key: PEM or bare base64. @throws StartRefused */
export function readPublicKey(text: string): KeyObject {
  const key = firstThatWorks([
    () => createPublicKey(text),
    () => createPublicKey({ key: bytesOf(text), format: 'der', type: 'spki' }),
  ]);

  return checked(key, 'ANXING_ALIPAY_PUBLIC_KEY_FILE');
}

/** @throws StartRefused */
export function readAesKey(text: string): Buffer {
  const key = bytesOf(text);

  if (key.length !== 16) {
    throw new StartRefused('ANXING_ALIPAY_AES_KEY 必须是 16 字节的 base64 / must be 16 bytes in base64');
  }

  return key;
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replace(/\s/g, ''), 'base64');
}

function firstThatWorks(attempts: (() => KeyObject)[]): KeyObject | undefined {
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // The next form may fit; which one failed how is of no use to anybody.
    }
  }

  return undefined;
}

/** RSA2 means RSA of at least 2048 bits. */
function checked(key: KeyObject | undefined, setting: string): KeyObject {
  const bits = key?.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;

  if (!key || bits < 2048) {
    throw new StartRefused(`${setting} 不是 2048 位以上的 RSA 密钥 / is not an RSA key of 2048 bits or more`);
  }

  return key;
}
