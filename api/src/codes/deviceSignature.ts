import { createHash, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { bytesOfCanonical } from './canonicalBase64';
import { refused } from './reading';
import type { Reading } from './reading';

/** How far a device's clock may be off. Within it the caller must refuse a nonce that it has seen. */
export const deviceSkewMs = 5 * 60_000;

export interface DeviceRequest {
  /** In capitals. */
  method: string;
  /** As sent: path and query, without the origin. */
  path: string;
  /** The bytes on the wire; empty when there is no body. */
  body: Uint8Array | string;
  /** ms. */
  timestamp: number;
  /** 16–64 characters of base64url. */
  nonce: string;
}

export type DeviceFailure = 'malformed' | 'skewed' | 'forged';

const signatureBytes = 64;
const nonceForm = /^[A-Za-z0-9_-]{16,64}$/;
const methodForm = /^[A-Z]{3,10}$/;
/** Printable ASCII: a line break in a path would let two requests share one text. */
const pathForm = /^\/[\x21-\x7e]*$/;

export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** @returns Ed25519 signature over method, path, body hash, timestamp and nonce, a line each; base64url, 86 characters */
export function signRequest(privateKey: KeyObject, request: DeviceRequest): string {
  return sign(null, requestText(request), privateKey).toString('base64url');
}

/** @param now ms, by the server's clock */
export function verifyRequest(
  publicKey: KeyObject,
  request: DeviceRequest,
  signature: string,
  now: number,
): Reading<DeviceRequest, DeviceFailure> {
  const bytes = bytesOfCanonical(signature, signatureBytes);
  if (bytes === undefined || !isRequestForm(request)) {
    return refused('malformed');
  }
  if (Math.abs(now - request.timestamp) > deviceSkewMs) {
    return refused('skewed');
  }

  return verify(null, requestText(request), publicKey, bytes)
    ? { ok: true, content: request }
    : refused('forged');
}

/** Signs an answer for the request with this nonce, so that no one between can alter, swap or replay it. */
export function signAnswer(privateKey: KeyObject, nonce: string, body: Uint8Array | string): string {
  return sign(null, answerText(nonce, body), privateKey).toString('base64url');
}

export function verifyAnswer(
  publicKey: KeyObject,
  nonce: string,
  body: Uint8Array | string,
  signature: string,
): boolean {
  const bytes = bytesOfCanonical(signature, signatureBytes);

  return bytes !== undefined && verify(null, answerText(nonce, body), publicKey, bytes);
}

function isRequestForm({ method, path, nonce, timestamp }: DeviceRequest): boolean {
  return (
    methodForm.test(method) && pathForm.test(path) && nonceForm.test(nonce) && Number.isSafeInteger(timestamp)
  );
}

function requestText({ method, path, body, timestamp, nonce }: DeviceRequest): Buffer {
  return Buffer.from([method, path, hashOf(body), timestamp, nonce].join('\n'));
}

/** The first line keeps an answer apart from everything else the server's key may sign. */
function answerText(nonce: string, body: Uint8Array | string): Buffer {
  return Buffer.from(['ANSWER', nonce, hashOf(body)].join('\n'));
}

function hashOf(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
