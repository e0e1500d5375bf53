import type { ErrorCode } from '@anxing/contract/errors';

import { hash, type KeyObject } from 'node:crypto';

import { AppError } from '../../base/errors';
import { verifyRequest, type DeviceFailure } from '../../codes/deviceSignature';
import type { Services } from '../../context';

/** What a device signs, as it came. */
export interface SignedHead {
  method: string;
  /** With its query. */
  path: string;
  keyId: string;
  time: string;
  nonce: string;
  signature: string;
  /** `sha-256=:…:` (RFC 9530); needed when there is a body. */
  contentDigest: string;
  body: Uint8Array;
}

const codes: Record<DeviceFailure, ErrorCode> = {
  malformed: 'signature_missing',
  skewed: 'signature_skewed',
  forged: 'signature_refused',
};

/** Longer than a time may be off in either direction. */
const nonceOnce = { points: 1, seconds: 900 };

function checkDigest({ contentDigest, body }: SignedHead, sha256: Buffer): void {
  if (body.length === 0 && contentDigest === '') {
    return;
  }
  if (contentDigest === '') {
    throw new AppError('signature_missing');
  }
  if (contentDigest.trim() !== `sha-256=:${sha256.toString('base64')}:`) {
    throw new AppError('signature_refused');
  }
}

/**
 * Checks a signature, once: over method, path with query, digest of the body, time and nonce.
 * @throws signature_missing, signature_skewed with the server's time, signature_refused
 */
export function checkSignature({ clock }: Services, head: SignedHead, publicKey: KeyObject): void {
  const { method, path, time, nonce, signature } = head;
  if (signature === '' || !/^\d{1,15}$/.test(time)) {
    throw new AppError('signature_missing');
  }
  const sha256 = hash('sha256', head.body, 'buffer');
  checkDigest(head, sha256);
  const request = { method, path, body: { sha256: sha256.toString('hex') }, timestamp: Number(time), nonce };
  const now = clock.now();
  const reading = verifyRequest(publicKey, request, signature, now);
  if (!reading.ok) {
    throw new AppError(codes[reading.failure], reading.failure === 'skewed' ? { serverTime: now } : {});
  }
}

/** Each nonce of a key counts once, on all processes together. @throws signature_replayed */
export async function useNonce({ limiter }: Services, { keyId, nonce }: SignedHead): Promise<void> {
  try {
    await limiter.consume('device nonce', `${keyId} ${nonce}`, nonceOnce);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') {
      throw new AppError('signature_replayed');
    }
    throw error;
  }
}
