import { generateKeyPairSync } from 'node:crypto';

import fc from 'fast-check';

import {
  deviceSkewMs,
  newNonce,
  signAnswer,
  signRequest,
  verifyAnswer,
  verifyRequest,
} from '../../../../api/src/codes/deviceSignature';
import type { DeviceAnswer, DeviceRequest } from '../../../../api/src/codes/deviceSignature';

const device = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const now = Date.UTC(2026, 10, 21, 8, 30);
const request: DeviceRequest = {
  method: 'POST',
  path: '/api/v1/device/scans?direction=in',
  body: '{"object":"AX1:示例"}',
  timestamp: now,
  nonce: newNonce(),
};
const signature = signRequest(device.privateKey, request);
const verified = (changes: Partial<DeviceRequest>, text = signature) =>
  verifyRequest(device.publicKey, { ...request, ...changes }, text, now);

describe('a request', () => {
  test('passes as it was signed, its body as text or as bytes', () => {
    expect(verified({})).toEqual({ ok: true, content: request });
    expect(verified({ body: Buffer.from(String(request.body)) }).ok).toBe(true);
  });

  test.each<[string, Partial<DeviceRequest>]>([
    ['method', { method: 'PUT' }],
    ['path', { path: '/api/v1/device/scans?direction=out' }],
    ['body', { body: '{"object":"AX1:示例 "}' }],
    ['no body', { body: '' }],
    ['timestamp', { timestamp: now + 1 }],
    ['nonce', { nonce: newNonce() }],
  ])('with another %s is forged', (_, changes) => {
    expect(verified(changes)).toEqual({ ok: false, failure: 'forged' });
  });

  test('of another device is forged', () => {
    expect(verifyRequest(other.publicKey, request, signature, now)).toEqual({
      ok: false,
      failure: 'forged',
    });
  });

  test.each([deviceSkewMs, -deviceSkewMs])('a clock off by %p ms passes', (skew) => {
    expect(verifyRequest(device.publicKey, request, signature, now + skew).ok).toBe(true);
  });

  test.each([deviceSkewMs + 1, -deviceSkewMs - 1])('a clock off by %p ms does not', (skew) => {
    expect(verifyRequest(device.publicKey, request, signature, now + skew)).toEqual({
      ok: false,
      failure: 'skewed',
    });
  });

  test.each<[string, Partial<DeviceRequest>]>([
    ['method in small letters', { method: 'post' }],
    ['line break in the path', { path: '/api\n/x' }],
    ['path without a slash', { path: 'api' }],
    ['short nonce', { nonce: 'abc' }],
    ['line break in the nonce', { nonce: `${newNonce()}\n` }],
    ['no time', { timestamp: Number.NaN }],
    ['part of a millisecond', { timestamp: now + 0.5 }],
  ])('with a %s is malformed', (_, changes) => {
    expect(verified(changes)).toEqual({ ok: false, failure: 'malformed' });
  });

  test('any changed, cut or lengthened signature is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
        const bytes = Buffer.from(signature, 'base64url');
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));

        expect(verified({}, bytes.toString('base64url'))).toEqual({ ok: false, failure: 'forged' });
      }),
    );
    for (const text of ['', signature.slice(0, -1), `${signature}=`, `${signature}AA`]) {
      expect(verified({}, text)).toEqual({ ok: false, failure: 'malformed' });
    }
  });
});

describe('an answer', () => {
  const given: DeviceAnswer = {
    keyId: '0190a1b2-c3d4-7000-8000-000000000001',
    nonce: request.nonce,
    status: 200,
    body: '{"colour":"orange"}',
  };
  const answer = signAnswer(device.privateKey, given);
  const passes = (changes: Partial<DeviceAnswer>, text = answer) =>
    verifyAnswer(device.publicKey, { ...given, ...changes }, text);

  test('passes for its own device, nonce, status and body only', () => {
    expect(passes({})).toBe(true);
    expect(passes({ keyId: '0190a1b2-c3d4-7000-8000-000000000002' })).toBe(false);
    expect(passes({ nonce: newNonce() })).toBe(false);
    expect(passes({ status: 403 })).toBe(false);
    expect(passes({ body: '{"colour":"green"}' })).toBe(false);
    expect(passes({}, 'x')).toBe(false);
    expect(verifyAnswer(other.publicKey, given, answer)).toBe(false);
  });

  test('never passes for a request, nor the other way round', () => {
    expect(verified({}, answer).ok).toBe(false);
    expect(passes({}, signature)).toBe(false);
  });
});

test('a nonce is new every time', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newNonce())).size).toBe(1_000);
});
