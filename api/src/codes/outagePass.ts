import { createHmac, createSecretKey, hash, hkdfSync, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { limits } from '@anxing/contract/limits';
import {
  chainBytes,
  formVersion,
  passIdBytes,
  signedPassBytes,
  signedText,
  splitPass,
  type PassParts,
} from '@anxing/contract/offline/codeForms';
import { chainDown, passSteps, type PassSecret } from '@anxing/contract/offline/passChain';
import { skewMs } from '@anxing/contract/offline/verifyOffline';

import { openBlock, sealBlock } from './codeBlock';
import { headerByte, type KeyRing } from './keyRing';
import type { CodeKey } from './keys';
import { assertInteger } from './ranges';
import { refused, type Reading } from './reading';

const windowMs = limits.passHours * 3_600_000;
const stepMs = limits.passStepSeconds * 1000;
const [blockAt, colourAt, secondAt, idAt, anchorAt, signatureAt] = [1, 17, 18, 22, 30, 46];

/** Of each code key, the key that names passes: no other use of the AES key tells it (RFC 5869). */
const idKeys = new WeakMap<KeyObject, KeyObject>();

function idKeyOf({ aes }: CodeKey): KeyObject {
  const known = idKeys.get(aes);
  if (known) {
    return known;
  }
  const bytes = hkdfSync('sha256', aes, Buffer.alloc(0), 'anxing outage pass id', 32);
  const made = createSecretKey(Buffer.from(bytes));
  idKeys.set(aes, made);

  return made;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/** A pass's name: the same for all passes of a person that were issued within one window of 12 hours. */
function passId(key: CodeKey, reference: Buffer, window: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(window);

  return createHmac('sha256', idKeyOf(key)).update(head).update(reference).digest().subarray(0, passIdBytes);
}

/** The names of all passes of a person that may still be shown at a moment. */
export function passIdsOf(key: CodeKey, reference: Buffer, now: number): Buffer[] {
  const last = Math.floor(now / windowMs);

  return [last - 1, last].map((window) => passId(key, reference, window));
}

/**
 * A pass for hours without network: what the server signs, and the secret end of its chain.
 * @param reference the person's code reference, 8 bytes
 * @param colour 0–255
 * @param now ms
 */
export function issuePass(
  key: CodeKey,
  { reference, colour, now }: { reference: Buffer; colour: number; now: number },
): PassSecret {
  const issued = Math.floor(now / 1000);
  assertInteger(colour, 0xff, 'colour');
  const id = passId(key, reference, Math.floor((issued * 1000) / windowMs));
  const seed = randomBytes(chainBytes);
  const pass = Buffer.alloc(signedPassBytes);
  pass.writeUInt8(headerByte(formVersion, key.id), 0);
  sealBlock(key.aes, reference, issued).copy(pass, blockAt);
  pass.writeUInt8(colour, colourAt);
  pass.writeUInt32BE(issued, secondAt);
  id.copy(pass, idAt);
  pass.set(chainDown(sha256, id, seed, passSteps), anchorAt);
  sign(null, signedText('pass', pass.subarray(0, signatureAt)), key.privateKey).copy(pass, signatureAt);

  return {
    signed: pass.toString('base64url'),
    seed: seed.toString('base64url'),
    issuedAt: issued * 1000,
  };
}

export type PassFailure = 'malformed' | 'unknownKey' | 'forged' | 'expired' | 'notYetValid';

function ageFailure(from: number, now: number): 'expired' | 'notYetValid' | undefined {
  if (now < from - skewMs) {
    return 'notYetValid';
  }

  return now >= from + stepMs + skewMs ? 'expired' : undefined;
}

/** Whether the server signed it, and the phone that it was handed to shows it: all of it, else a picture could be aged. */
function isGenuine(
  { publicKey }: CodeKey,
  { signed, signature, id, anchor, step, value }: PassParts,
): boolean {
  return (
    verify(null, signed, publicKey, signature) &&
    Buffer.compare(chainDown(sha256, id, value, step), anchor) === 0
  );
}

/**
 * Tells whose pass it is. With network nobody trusts the colour in it: the reference leads to the current one.
 * @param now ms
 */
export function openPass(
  ring: KeyRing<CodeKey>,
  text: string,
  now: number,
): Reading<{ reference: Buffer; colour: number; issuedAt: number }, PassFailure> {
  const parts = splitPass(text);
  if (!parts || parts.step >= passSteps) {
    return refused('malformed');
  }
  const key = ring.find(parts.keyId);
  if (!key) {
    return refused('unknownKey');
  }
  const failure = ageFailure(parts.issuedAt + parts.step * stepMs, now);
  if (failure) {
    return refused(failure);
  }
  const inner = openBlock(key.aes, Buffer.from(parts.block));
  if (inner.issued * 1000 !== parts.issuedAt || !isGenuine(key, parts)) {
    return refused('forged');
  }
  const { colour, issuedAt } = parts;

  return { ok: true, content: { reference: inner.reference, colour, issuedAt } };
}
