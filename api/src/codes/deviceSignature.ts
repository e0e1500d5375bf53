import { hash, randomBytes, sign, verify } from 'node:crypto';
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
  /** The bytes on the wire, empty when there is no body; or their SHA-256 in hex, for what is read as it comes. */
  body: Uint8Array | string | { sha256: string };
  /** ms. */
  timestamp: number;
  /** 16–64 characters of base64url. */
  nonce: string;
}

export type DeviceFailure = 'malformed' | 'skewed' | 'forged';

const signatureBytes = 64;
const nonceForm = /^[A-Za-z0-9_-]{16,64}$/;
const keyNameForm = /^[A-Za-z0-9_-]{36,43}$/;
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

export interface DeviceAnswer {
  /** As the request named it: another device's answer is not this one's, even to the same nonce. */
  keyId: string;
  /** Of the request. */
  nonce: string;
  /** HTTP status. */
  status: number;
  /** The bytes on the wire. */
  body: Uint8Array | string;
}

/** Signs an answer for the one request that it answers, so that no one between can alter, swap or replay it. */
export function signAnswer(privateKey: KeyObject, answer: DeviceAnswer): string {
  return sign(null, answerText(answer), privateKey).toString('base64url');
}

export function verifyAnswer(publicKey: KeyObject, answer: DeviceAnswer, signature: string): boolean {
  const bytes = bytesOfCanonical(signature, signatureBytes);

  return bytes !== undefined && verify(null, answerText(answer), publicKey, bytes);
}

/** Whether a request's nonce has the form that may stand in a signed text. */
export function isNonce(text: string): boolean {
  return nonceForm.test(text);
}

/** Whether a request's key has a form that may stand in a signed text: an id, or a public key that enrols. */
export function isKeyName(text: string): boolean {
  return keyNameForm.test(text);
}

function isRequestForm({ method, path, nonce, timestamp }: DeviceRequest): boolean {
  return (
    methodForm.test(method) && pathForm.test(path) && nonceForm.test(nonce) && Number.isSafeInteger(timestamp)
  );
}

function requestText({ method, path, body, timestamp, nonce }: DeviceRequest): Buffer {
  const sha256 = isHash(body) ? body.sha256 : hashOf(body);

  return Buffer.from([method, path, sha256, timestamp, nonce].join('\n'));
}

/** The first line keeps an answer apart from everything else the server's key may sign. */
function answerText({ keyId, nonce, status, body }: DeviceAnswer): Buffer {
  return Buffer.from(['ANSWER', keyId, nonce, status, hashOf(body)].join('\n'));
}

function isHash(body: DeviceRequest['body']): body is { sha256: string } {
  return typeof body === 'object' && 'sha256' in body;
}

function hashOf(body: Uint8Array | string): string {
  return hash('sha256', body, 'hex');
}
