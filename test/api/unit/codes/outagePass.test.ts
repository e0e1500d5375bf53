import { createPublicKey, verify } from 'node:crypto';

import { limits } from '@anxing/contract/limits';
import { formBytes, splitPass } from '@anxing/contract/offline/codeForms';
import { passSteps, showPass, stepEnd, type PassSecret } from '@anxing/contract/offline/passChain';
import { joinRevocations, type Revocations } from '@anxing/contract/offline/revocations';
import { readOffline, skewMs, type DoorKeys } from '@anxing/contract/offline/verifyOffline';
import { codePrefixes } from '@anxing/contract/scanned';
import fc from 'fast-check';

import { KeyRing } from '../../../../api/src/codes/keyRing';
import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../../api/src/codes/keys';
import { issuePass, openPass, passIdsOf, sha256 } from '../../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';

const key = codeKeyFromMaterial(newCodeKeyMaterial(3));
const stranger = codeKeyFromMaterial(newCodeKeyMaterial(3));
const ring = new KeyRing([key]);
const reference = Buffer.from('0123456789abcdef', 'hex');
const now = 1_795_000_000_000;
const stepMs = limits.passStepSeconds * 1_000;
const middle = stepMs / 2;

const verifier = {
  sha256,
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };

    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  },
};
const rawKey = Buffer.from(key.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const nothingRevoked: Revocations = { asOf: now, passes: new Map(), cards: new Set() };
const held: DoorKeys = { keys: new Map([[3, rawKey]]), revocations: nothingRevoked, takesPasses: true };

const pass = issuePass(key, { reference, colour: 1, now });
const shownAt = (at: number, secret: PassSecret = pass) => showPass(sha256, secret, at) ?? '';
const failureOf = (text: string, at: number, keys: DoorKeys = held) => {
  const reading = readOffline(verifier, keys, text, at);

  return reading.ok ? undefined : reading.failure;
};

test('a pass is shown step by step for its hours, and each step verifies in its time, with network and without', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: passSteps - 1 }), (step) => {
      const at = now + step * stepMs + middle;
      const text = shownAt(at);
      expect(text).toHaveLength(codePrefixes.pass.length + Math.ceil((formBytes.pass * 8) / 6));
      expect(readOffline(verifier, held, text, at)).toEqual({
        ok: true,
        kind: 'pass',
        colour: 1,
        issuedAt: now,
      });
      expect(openPass(ring, text, at)).toEqual({
        ok: true,
        content: { reference, colour: 1, issuedAt: now },
      });
    }),
    { numRuns: 20 },
  );
  expect(shownAt(now + passSteps * stepMs)).toBe('');
  expect(shownAt(now - 1)).toBe('');
});

test('a picture of a pass is worth nothing when its step is over, nor before', () => {
  const text = shownAt(now + 10 * stepMs);
  const end = stepEnd(now, 10);
  expect(failureOf(text, end + skewMs - 1)).toBeUndefined();
  expect(failureOf(text, end + skewMs)).toBe('expired');
  expect(failureOf(text, end - stepMs - skewMs - 1)).toBe('notYetValid');
  expect(openPass(ring, text, end + skewMs)).toEqual({ ok: false, failure: 'expired' });
});

test('who saw a step cannot make another one: neither with its value, nor with a chain of his own', () => {
  const text = shownAt(now + 10 * stepMs);
  const later = now + 20 * stepMs + middle;
  const bytes = Buffer.from(text.slice(codePrefixes.pass.length), 'base64url');
  const aged = Buffer.from(bytes);
  aged.writeUInt16BE(20, 110);
  const agedText = codePrefixes.pass + aged.toString('base64url');
  expect(failureOf(agedText, later)).toBe('forged');
  expect(openPass(ring, agedText, later)).toEqual({ ok: false, failure: 'forged' });

  const own = issuePass(stranger, { reference, colour: 1, now });
  const grafted = Buffer.from(shownAt(later, own).slice(codePrefixes.pass.length), 'base64url');
  bytes.copy(grafted, 0, 0, 22);
  const graftedText = codePrefixes.pass + grafted.toString('base64url');
  expect(failureOf(graftedText, later)).toBe('forged');
  expect(openPass(ring, graftedText, later)).toEqual({ ok: false, failure: 'forged' });
});

test('every changed bit is noticed', () => {
  const at = now + middle;
  const bytes = Buffer.from(shownAt(at).slice(codePrefixes.pass.length), 'base64url');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const text = codePrefixes.pass + changed.toString('base64url');
      expect(failureOf(text, at)).toBeDefined();
      expect(openPass(ring, text, at).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('who has another colour since has a void pass; the next one counts', () => {
  const changedAt = now + 60_000;
  const told = passIdsOf(key, reference, changedAt).map((id) => ({
    id: id.toString('base64url'),
    before: changedAt,
  }));
  const revocations = joinRevocations(nothingRevoked, { asOf: changedAt, passes: told, cards: [] }, 0);
  const at = changedAt + middle;
  expect(failureOf(shownAt(at), at, { ...held, revocations })).toBe('revoked');
  const next = issuePass(key, { reference, colour: 2, now: changedAt });
  expect(failureOf(shownAt(at, next), at, { ...held, revocations })).toBeUndefined();
  const other = issuePass(key, { reference: Buffer.alloc(8, 7), colour: 1, now });
  expect(failureOf(shownAt(at, other), at, { ...held, revocations })).toBeUndefined();
});

test('a pass is issued at any moment of a window, and found void by a change in the next one', () => {
  const windowMs = limits.passHours * 3_600_000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: windowMs - 1 }), (after) => {
      const changedAt = now + after;
      const id = Buffer.from(splitPass(shownAt(now))?.id ?? []).toString('base64url');
      expect(passIdsOf(key, reference, changedAt).map((one) => one.toString('base64url'))).toContain(id);
    }),
  );
});

test('without a list of what is void, or with an old one, or where passes are refused, no pass is trusted', () => {
  const at = now + middle;
  const text = shownAt(at);
  expect(failureOf(text, at, { ...held, revocations: undefined })).toBe('listTooOld');
  const old = { ...nothingRevoked, asOf: at - limits.passHours * 3_600_000 - 1 };
  expect(failureOf(text, at, { ...held, revocations: old })).toBe('listTooOld');
  expect(failureOf(text, at, { ...held, takesPasses: false })).toBe('passesRefused');
  expect(failureOf(text, at, { ...held, keys: new Map() })).toBe('unknownKey');
});

test('a clock that stands before a time that the server has told verifies nothing', () => {
  const code = issuePersonalCode(key, { reference, colour: 2, now });
  const text = shownAt(now);
  for (const told of [
    { revocations: { ...nothingRevoked, asOf: now + skewMs } },
    { revocations: { ...nothingRevoked, asOf: now - 3_600_000 }, serverTime: now + skewMs },
  ]) {
    expect([code, text].map((one) => failureOf(one, now, { ...held, ...told }))).toEqual([
      undefined,
      undefined,
    ]);
    expect([code, text].map((one) => failureOf(one, now - 1, { ...held, ...told }))).toEqual([
      'clockWrong',
      'clockWrong',
    ]);
  }
  const withoutList = { ...held, revocations: undefined, serverTime: now + skewMs + 1 };
  expect(failureOf(code, now, withoutList)).toBe('clockWrong');
});

test('a code verifies for its minute; a signature of one form never passes in another', () => {
  const code = issuePersonalCode(key, { reference, colour: 2, now });
  expect(readOffline(verifier, held, code, now + 30_000)).toMatchObject({
    ok: true,
    kind: 'code',
    colour: 2,
  });
  expect(failureOf(code, now + 60_000 + skewMs)).toBe('expired');
  const before = { ...held, revocations: { ...nothingRevoked, asOf: now - 60_000 } };
  expect(failureOf(code, now - skewMs - 1, before)).toBe('notYetValid');
  const foreign = issuePersonalCode(stranger, { reference, colour: 2, now });
  expect(failureOf(foreign, now)).toBe('forged');
});
