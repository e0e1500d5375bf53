import { codePrefixes } from '../scanned';
import { bytesOfBase64url } from './base64url';

/**
 * The parts of what a phone shows, each with its bytes. Numbers are big-endian.
 *
 * - code `AX1:`  header 1 · sealed block 16 · colour 1 · issued second 4 · signature 64
 * - pass `AX2:`  header 1 · sealed block 16 · colour 1 · issued second 4 · pass id 8 · anchor 16 · signature 64 · step 2 · value 16
 * - card `AX3:`  header 1 · card reference 8 · HMAC-SHA-256 cut to 12
 *
 * The header holds version and key id, four bits each. Ed25519 signs the prefix and everything before the signature; the
 * HMAC covers the same of a card, which only the server can check, and which therefore outlives the keys of codes.
 */
export const formVersion = 1;
export const sealedBytes = 16;
export const passIdBytes = 8;
export const chainBytes = 16;
export const cardReferenceBytes = 8;
export const cardMacBytes = 12;
export const signatureBytes = 64;

const headBytes = 1;
const colourBytes = 1;
const secondBytes = 4;
const stepBytes = 2;

const colourAt = headBytes + sealedBytes;
const issuedAt = colourAt + colourBytes;
const passIdAt = issuedAt + secondBytes;
const anchorAt = passIdAt + passIdBytes;
const passSignatureAt = anchorAt + chainBytes;
const stepAt = passSignatureAt + signatureBytes;
const valueAt = stepAt + stepBytes;
const codeSignatureAt = issuedAt + secondBytes;
const cardMacAt = headBytes + cardReferenceBytes;

export const formBytes = {
  code: codeSignatureAt + signatureBytes,
  pass: valueAt + chainBytes,
  card: cardMacAt + cardMacBytes,
} as const;

/** Where the id lies in a pass. */
export const passIdPlace = [passIdAt, anchorAt] as const;

/** Of a pass what the server signs and hands out; step and value are the phone's. */
export const signedPassBytes = stepAt;

export type Form = keyof typeof formBytes;

interface Signed {
  keyId: number;
  /** ms */
  issuedAt: number;
  /** With the prefix: a signature made for one form never passes in another. */
  signed: Uint8Array;
  signature: Uint8Array;
}

export interface CodeParts extends Signed {
  block: Uint8Array;
  colour: number;
}

export interface PassParts extends CodeParts {
  id: Uint8Array;
  anchor: Uint8Array;
  step: number;
  value: Uint8Array;
}

export interface CardParts {
  keyId: number;
  reference: Uint8Array;
  /** With the prefix. */
  signed: Uint8Array;
  mac: Uint8Array;
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

function keyIdOf([header = 0]: Uint8Array): number {
  return header & 0x0f;
}

/** What is signed of a form: its prefix and its bytes up to the signature. */
export function signedText(form: Form, bytes: Uint8Array): Uint8Array {
  const prefix = codePrefixes[form];
  const text = new Uint8Array(prefix.length + bytes.length);
  text.set([...prefix].map((character) => character.charCodeAt(0)));
  text.set(bytes, prefix.length);

  return text;
}

/** The bytes of a text of this form and version, or undefined. */
function bytesOf(form: Form, text: string): Uint8Array | undefined {
  if (!text.startsWith(codePrefixes[form])) {
    return undefined;
  }
  const bytes = bytesOfBase64url(text.slice(codePrefixes[form].length), formBytes[form]);

  return bytes && (bytes[0] ?? 0) >> 4 === formVersion ? bytes : undefined;
}

function signedParts(form: Form, bytes: Uint8Array, signatureAt: number, secondAt: number): Signed {
  return {
    keyId: keyIdOf(bytes),
    issuedAt: uint32(bytes, secondAt) * 1_000,
    signed: signedText(form, bytes.subarray(0, signatureAt)),
    signature: bytes.subarray(signatureAt, signatureAt + signatureBytes),
  };
}

function shownParts(bytes: Uint8Array) {
  return { block: bytes.subarray(headBytes, colourAt), colour: bytes[colourAt] ?? 0 };
}

export function splitCode(text: string): CodeParts | undefined {
  const bytes = bytesOf('code', text);

  return bytes && { ...signedParts('code', bytes, codeSignatureAt, issuedAt), ...shownParts(bytes) };
}

export function splitPass(text: string): PassParts | undefined {
  const bytes = bytesOf('pass', text);

  return (
    bytes && {
      ...signedParts('pass', bytes, passSignatureAt, issuedAt),
      ...shownParts(bytes),
      id: bytes.subarray(passIdAt, anchorAt),
      anchor: bytes.subarray(anchorAt, passSignatureAt),
      step: ((bytes[stepAt] ?? 0) << 8) | (bytes[stepAt + 1] ?? 0),
      value: bytes.subarray(valueAt),
    }
  );
}

export function splitCard(text: string): CardParts | undefined {
  const bytes = bytesOf('card', text);

  return (
    bytes && {
      keyId: keyIdOf(bytes),
      reference: bytes.subarray(headBytes, cardMacAt),
      signed: signedText('card', bytes.subarray(0, cardMacAt)),
      mac: bytes.subarray(cardMacAt),
    }
  );
}
