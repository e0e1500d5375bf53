import { sign, verify } from 'node:crypto';

import { bytesOfCanonical } from './canonicalBase64';
import { codeBlockBytes, codeReferenceBytes, openBlock, sealBlock } from './codeBlock';
import { headerByte, splitHeader } from './keyRing';
import type { KeyRing } from './keyRing';
import type { CodeKey, PublicCodeKey } from './keys';
import { assertBytes, assertInteger } from './ranges';
import { refused } from './reading';
import type { Reading } from './reading';

export const personalCodePrefix = 'AX1:';
/** Characters: QR version 7 at level M holds 122 bytes, version 6 only 106. */
export const personalCodeLength = 119;
export const personalCodeLifetimeMs = 60_000;
/** What two machines' clocks may differ. */
export const clockSkewMs = 5_000;

export type PersonalCodeFailure = 'malformed' | 'unknownKey' | 'forged' | 'expired' | 'notYetValid';

/** What everybody with a public key can see and trust. `issuedAt` in ms, `colour` by the caller's register. */
export interface ShownCode {
  colour: number;
  issuedAt: number;
}

/** What the issuer alone can see. The colour is as shown, and not proven: the server looks up the current one. */
export interface OpenedCode extends ShownCode {
  reference: Buffer;
}

interface Parts {
  keyId: number;
  block: Buffer;
  colour: number;
  issued: number;
  signed: Buffer;
  signature: Buffer;
}

const version = 1;
const signatureBytes = 64;
const blockAt = 1;
const colourAt = blockAt + codeBlockBytes;
const issuedAt = colourAt + 1;
const signatureAt = issuedAt + 4;
const codeBytes = signatureAt + signatureBytes;
const signingContext = Buffer.from(personalCodePrefix, 'latin1');

/**
 * A personal code: `AX1:` and base64url of
 * version and key id 1 · AES-256 block (reference 8, issued 4, random 4) 16 · colour 1 · issued 4 · Ed25519 signature 64.
 * The random part makes every block differ, so that two showings cannot be linked.
 * @param reference the person's random code reference, 8 bytes
 * @param colour 0–255
 * @param now ms
 * @throws RangeError when reference or colour do not fit
 */
export function issuePersonalCode(
  key: CodeKey,
  { reference, colour, now }: { reference: Buffer; colour: number; now: number },
): string {
  const issued = Math.floor(now / 1000);
  assertBytes(reference, codeReferenceBytes, 'code reference');
  assertInteger(colour, 0xff, 'colour');
  assertInteger(issued, 0xffffffff, 'issued second');
  const code = Buffer.alloc(codeBytes);
  code.writeUInt8(headerByte(version, key.id), 0);
  sealBlock(key.aes, reference, issued).copy(code, blockAt);
  code.writeUInt8(colour, colourAt);
  code.writeUInt32BE(issued, issuedAt);
  sign(null, signedPart(code), key.privateKey).copy(code, signatureAt);

  return personalCodePrefix + code.toString('base64url');
}

/**
 * Opens a code on the server. The signature is not checked, which would take forty times as long: only the
 * holder of the AES key can make a block that opens to the issued time beside it, and the caller looks the reference up.
 */
export function readPersonalCode(
  ring: KeyRing<CodeKey>,
  text: string,
  now: number,
): Reading<OpenedCode, PersonalCodeFailure> {
  const parts = split(text);
  if (parts === undefined) {
    return refused('malformed');
  }
  const key = ring.find(parts.keyId);
  if (key === undefined) {
    return refused('unknownKey');
  }
  const inner = openBlock(key.aes, parts.block);
  if (inner.issued !== parts.issued) {
    return refused('forged');
  }
  const failure = ageFailure(parts.issued, now);

  return failure ? refused(failure) : { ok: true, content: { reference: inner.reference, ...shown(parts) } };
}

/** Verifies a code where there is no network, and no secret: the signature covers everything before it. */
export function verifyOffline(
  ring: KeyRing<PublicCodeKey>,
  text: string,
  now: number,
): Reading<ShownCode, PersonalCodeFailure> {
  const parts = split(text);
  if (parts === undefined) {
    return refused('malformed');
  }
  const key = ring.find(parts.keyId);
  if (key === undefined) {
    return refused('unknownKey');
  }
  if (!verify(null, parts.signed, key.publicKey, parts.signature)) {
    return refused('forged');
  }
  const failure = ageFailure(parts.issued, now);

  return failure ? refused(failure) : { ok: true, content: shown(parts) };
}

function split(text: string): Parts | undefined {
  if (text.length !== personalCodeLength || !text.startsWith(personalCodePrefix)) {
    return undefined;
  }
  const code = bytesOfCanonical(text.slice(personalCodePrefix.length), codeBytes);
  if (code === undefined) {
    return undefined;
  }
  const header = splitHeader(code.readUInt8(0));

  return header.version === version ? partsOf(code, header.keyId) : undefined;
}

function partsOf(code: Buffer, keyId: number): Parts {
  return {
    keyId,
    block: code.subarray(blockAt, colourAt),
    colour: code.readUInt8(colourAt),
    issued: code.readUInt32BE(issuedAt),
    signed: signedPart(code),
    signature: code.subarray(signatureAt),
  };
}

/** The prefix is signed too, so that a signature made for one format never passes in another. */
function signedPart(code: Buffer): Buffer {
  return Buffer.concat([signingContext, code.subarray(0, signatureAt)]);
}

function shown({ colour, issued }: Parts): ShownCode {
  return { colour, issuedAt: issued * 1000 };
}

function ageFailure(issued: number, now: number): 'expired' | 'notYetValid' | undefined {
  const age = now - issued * 1000;
  if (age < -clockSkewMs) {
    return 'notYetValid';
  }

  return age >= personalCodeLifetimeMs + clockSkewMs ? 'expired' : undefined;
}
