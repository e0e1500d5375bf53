import { createPublicKey, createSecretKey, hkdfSync } from 'node:crypto';

import { publicKeyText } from '../ed25519Text';
import { ed25519FromSeed, type CodeKey } from '../keys';
import type { ServerKey } from '../serverKeys';

/** The keys of one conformance run: thrown away with it, and of no use anywhere else. */
export interface RunKeys {
  /** Two that the device holds. */
  known: readonly [CodeKey, CodeKey];
  /** With the number of a known one, but another key. */
  impostor: CodeKey;
  /** With a number that the device does not hold. */
  unknown: CodeKey;
  /** Of somebody who would like to be the server. */
  otherServer: ServerKey;
}

const [first, second, unheld] = [3, 4, 9];

function grown(seed: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(seed, 'hex'), Buffer.alloc(0), purpose, 32));
}

function codeKey(seed: string, id: number, name: string): CodeKey {
  const privateKey = ed25519FromSeed(grown(seed, `conformance ${name}`));

  return {
    id,
    aes: createSecretKey(grown(seed, `conformance ${name} aes`)),
    privateKey,
    publicKey: createPublicKey(privateKey),
  };
}

function serverKey(seed: string, id: number): ServerKey {
  const privateKey = ed25519FromSeed(grown(seed, 'conformance other server'));

  return { id, privateKey, publicKey: publicKeyText(createPublicKey(privateKey)) };
}

/** @param seed 32 bytes in hex: the same keys for the same run, without one of them being kept */
export function runKeysOf(seed: string, serverKeyId: number): RunKeys {
  return {
    known: [codeKey(seed, first, 'first'), codeKey(seed, second, 'second')],
    impostor: codeKey(seed, first, 'impostor'),
    unknown: codeKey(seed, unheld, 'unknown'),
    otherServer: serverKey(seed, serverKeyId),
  };
}
