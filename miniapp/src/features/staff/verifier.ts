import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

import type { Verifier } from '@anxing/contract/offline/verifyOffline';

hashes.sha512 = sha512;

function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** Verifies codes on the phone itself: phones bring no Ed25519. */
export const verifier: Verifier = { sha256: (bytes) => sha256(bytes), verify: isSigned };
