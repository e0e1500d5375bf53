import { createPublicKey, type KeyObject } from 'node:crypto';

import { ed25519FromSeed } from '../../../api/src/codes/keys';

/** @param seed 32 bytes in hex */
export function deviceKeyOf(seed: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = ed25519FromSeed(Buffer.from(seed, 'hex'));

  return { privateKey, publicKey: createPublicKey(privateKey) };
}
