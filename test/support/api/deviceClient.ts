import { createHash, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto';

import type { Response } from 'supertest';

import { newSigningKey } from './feedClient';
import type { TestApi } from './testApi';

/** What a test changes of a request. */
export interface DeviceSending {
  privateKey: KeyObject;
  keyId: string;
  nonce: string;
  time: number;
  /** What the signature is over, where it is not what is sent. */
  signedBody: string;
  signedPath: string;
  /** Headers that are added or, when empty, left out. */
  headers: Record<string, string>;
}

/** A device as it is outside: signs and verifies with its own key, by what the documentation says and nothing of ours. */
export class DeviceClient {
  readonly privateKey: KeyObject;

  readonly publicKey: string;

  /** The server's public keys by number, as enrolment told them. */
  serverKeys = new Map<number, string>();

  constructor(
    private readonly api: TestApi,
    public keyId = '',
    keys = newSigningKey(),
  ) {
    this.privateKey = keys.privateKey;
    this.publicKey = keys.publicKey;
    this.keyId ||= keys.publicKey;
  }

  /** Below /api/v1. */
  post(path: string, body: object, given: Partial<DeviceSending> = {}) {
    const text = JSON.stringify(body);

    return this.api.request
      .post(`/api/v1${path}`)
      .set('Content-Type', 'application/json')
      .set(this.headersOf('POST', path, text, given))
      .send(text);
  }

  get(path: string, given: Partial<DeviceSending> = {}) {
    return this.api.request.get(`/api/v1${path}`).set(this.headersOf('GET', path, '', given));
  }

  /** Whether the server signed this answer, for this device and request. */
  trusts(response: Response, nonce: string, keyId = this.keyId): boolean {
    const { headers, status, text } = response;
    const key = this.serverKeys.get(Number(headers['anxing-server-key']));
    const signature = Buffer.from(String(headers['anxing-signature'] ?? ''), 'base64url');
    const hex = createHash('sha256').update(text).digest('hex');
    const signed = ['ANSWER', keyId, nonce, status, hex].join('\n');
    const publicKey = key && createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });

    return publicKey !== undefined && verify(null, Buffer.from(signed), publicKey, signature);
  }

  private headersOf(
    method: string,
    path: string,
    body: string,
    given: Partial<DeviceSending>,
  ): Record<string, string> {
    const {
      privateKey = this.privateKey,
      keyId = this.keyId,
      nonce = newNonce(),
      time = this.api.clock.now(),
      signedBody = body,
      signedPath = `/api/v1${path}`,
      headers = {},
    } = given;
    const hash = createHash('sha256').update(signedBody).digest();
    const text = [method, signedPath, hash.toString('hex'), time, nonce].join('\n');
    const all: Record<string, string> = {
      'Anxing-Key': keyId,
      'Anxing-Time': String(time),
      'Anxing-Nonce': nonce,
      'Anxing-Signature': sign(null, Buffer.from(text), privateKey).toString('base64url'),
      ...(body ? { 'Content-Digest': `sha-256=:${hash.toString('base64')}:` } : {}),
      ...headers,
    };

    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  }
}

export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}
