import { randomBytes, sign } from 'node:crypto';

import { base64urlOf } from '@anxing/contract/offline/base64url';
import { chainBytes, formBytes, formVersion, signedText } from '@anxing/contract/offline/codeForms';
import { chainDown } from '@anxing/contract/offline/passChain';
import { codePrefixes } from '@anxing/contract/scanned';

import { sealBlock } from '../../../api/src/codes/codeBlock';
import { headerByte } from '../../../api/src/codes/keyRing';
import type { CodeKey } from '../../../api/src/codes/keys';
import { sha256 } from '../../../api/src/codes/outagePass';

export type Kind = 'code' | 'pass' | 'card' | 'poster';
export const kinds: readonly Kind[] = ['code', 'pass', 'card', 'poster'];

/** Where the parts of a code and a pass lie. */
export const places = {
  block: 1,
  colour: 17,
  issued: 18,
  passId: 22,
  anchor: 30,
  signature: 46,
  step: 110,
  value: 112,
};

const prefixOf = (kind: Kind) => (kind === 'poster' ? '' : codePrefixes[kind]);

export function bytesOf(kind: Kind, text: string): Buffer {
  return Buffer.from(text.slice(prefixOf(kind).length), 'base64url');
}

export function textOf(kind: Kind, bytes: Uint8Array): string {
  return prefixOf(kind) + base64urlOf(bytes);
}

/** One to three bits are other ones, of all bytes or of some. */
export function withBitsChanged(
  kind: Kind,
  text: string,
  draw: number,
  among: readonly number[] = [...bytesOf(kind, text).keys()],
): string {
  const bytes = bytesOf(kind, text);
  for (let count = 0; count <= draw % 3; count += 1) {
    const bit = (draw * 7_919 + count * 61) % (among.length * 8);
    const at = among[bit >> 3] ?? 0;
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit & 7)), at);
  }

  return textOf(kind, bytes);
}

/** Nothing but its head and its length is right. */
export function madeUp(kind: Kind, size: number, keyId: number): string {
  const bytes = randomBytes(size);
  bytes.writeUInt8(headerByte(formVersion, keyId), 0);

  return textOf(kind, bytes);
}

/** The same code in another colour: only verifiers without network go by it, and they see the signature. */
export function repainted(code: string, colour: number): string {
  const bytes = bytesOf('code', code);
  bytes.writeUInt8(colour, places.colour);

  return textOf('code', bytes);
}

/** A picture of a pass with the step of another showing written into it. */
export function withStepOf(picture: string, present: string): string {
  const bytes = bytesOf('pass', picture);
  bytesOf('pass', present).copy(bytes, places.step, places.step, places.value);

  return textOf('pass', bytes);
}

/** A whole pass from a key: whoever signs it himself needs no more of the chain than the step that he shows. */
export function passSignedBy(
  key: CodeKey,
  { reference, now, step }: { reference: Buffer; now: number; step: number },
): string {
  const issued = Math.floor(now / 1_000) - step * 30;
  const value = randomBytes(chainBytes);
  const id = randomBytes(places.anchor - places.passId);
  const pass = Buffer.alloc(formBytes.pass);
  pass.writeUInt8(headerByte(formVersion, key.id), 0);
  sealBlock(key.aes, reference, issued).copy(pass, places.block);
  pass.writeUInt8(1, places.colour);
  pass.writeUInt32BE(issued, places.issued);
  id.copy(pass, places.passId);
  pass.set(chainDown(sha256, id, value, step), places.anchor);
  sign(null, signedText('pass', pass.subarray(0, places.signature)), key.privateKey).copy(
    pass,
    places.signature,
  );
  pass.writeUInt16BE(step, places.step);
  value.copy(pass, places.value);

  return textOf('pass', pass);
}
