import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { bytesOfCanonical } from './canonicalBase64';
import { isLowOrder } from './lowOrderPoints';

/** A public key as text: its 32 bytes in base64url, 43 characters (RFC 8032 §5.1.5, RFC 8037 §2). */
export function publicKeyText(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}

/** @returns undefined when the text is not 32 bytes in base64url, or a key by which anybody could sign */
export function publicKeyFromText(text: string): KeyObject | undefined {
  const bytes = bytesOfCanonical(text, 32);
  if (bytes === undefined || isLowOrder(bytes)) {
    return undefined;
  }

  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}
