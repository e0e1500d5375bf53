import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { bytesOfCanonical } from './canonicalBase64';
import { headerByte, splitHeader } from './keyRing';
import type { KeyRing } from './keyRing';
import type { PosterKey } from './keys';
import { assertBytes, assertInteger } from './ranges';
import { refused } from './reading';
import type { Reading } from './reading';

/** Characters: within the 32 of a WeChat mini-program code's scene. */
export const posterTokenLength = 31;
export const pointReferenceBytes = 8;
/** Posters a point can have over its life. */
export const posterSerialMax = 0xffff;

/** For logs and tests: to the outside all of them, and a revoked poster, look the same. */
export type PosterTokenFailure = 'malformed' | 'unknownKey' | 'forged';

export interface PosterIdentity {
  /** The point's random reference, 8 bytes. */
  pointReference: Buffer;
  /** Which poster of the point, 0–65535. */
  serial: number;
}

const version = 1;
const serialAt = 9;
const macAt = 11;
const tokenBytes = 23;
/** Ties the code to this use, should the secret ever serve another. */
const macContext = Buffer.from('anxing-poster-1', 'latin1');

/**
 * base64url of version and key id 1 · point reference 8 · poster serial 2 · HMAC-SHA-256 cut to 12.
 * @throws RangeError when reference or serial do not fit
 */
export function issuePosterToken(key: PosterKey, { pointReference, serial }: PosterIdentity): string {
  assertBytes(pointReference, pointReferenceBytes, 'point reference');
  assertInteger(serial, posterSerialMax, 'poster serial');
  const token = Buffer.alloc(tokenBytes);
  token.writeUInt8(headerByte(version, key.id), 0);
  pointReference.copy(token, 1);
  token.writeUInt16BE(serial, serialAt);
  macOf(key.secret, token).copy(token, macAt);

  return token.toString('base64url');
}

/** Proves that the token was issued here; whether the poster is still in force is for the caller to look up. */
export function readPosterToken(
  ring: KeyRing<PosterKey>,
  text: string,
): Reading<PosterIdentity, PosterTokenFailure> {
  const token = bytesOfCanonical(text, tokenBytes);
  if (token === undefined) {
    return refused('malformed');
  }
  const header = splitHeader(token.readUInt8(0));
  if (header.version !== version) {
    return refused('malformed');
  }
  const key = ring.find(header.keyId);
  if (key === undefined) {
    return refused('unknownKey');
  }
  if (!timingSafeEqual(macOf(key.secret, token), token.subarray(macAt))) {
    return refused('forged');
  }

  return {
    ok: true,
    content: { pointReference: token.subarray(1, serialAt), serial: token.readUInt16BE(serialAt) },
  };
}

/** Whether a text has the form of a token; says nothing about who made it. */
export function isPosterTokenForm(text: string): boolean {
  return bytesOfCanonical(text, tokenBytes) !== undefined;
}

function macOf(secret: KeyObject, token: Buffer): Buffer {
  const mac = createHmac('sha256', secret).update(macContext).update(token.subarray(0, macAt)).digest();

  return mac.subarray(0, tokenBytes - macAt);
}
