import type { Verifier } from '@anxing/contract/offline/verifyOffline';
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

hashes.sha512 = sha512;

/** Ed25519 and SHA-256 in the page itself: synchronous, and also where a page has no secure context. */
export const verifier: Verifier = {
  sha256,
  // By RFC 8032, as everybody else who verifies codes; what is no point of the curve is no signature.
  verify(publicKey, message, signature) {
    try {
      return verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
};
