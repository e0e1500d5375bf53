import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher, Decipher, KeyObject } from 'node:crypto';

/** Bytes of a person's random code reference. */
export const codeReferenceBytes = 8;
export const codeBlockBytes = 16;

const algorithm = 'aes-256-ecb';
const issuedAt = codeReferenceBytes;
const randomAt = issuedAt + 4;

/**
 * One AES context per key. Single blocks without padding leave no state behind in ECB, so a context serves for ever;
 * making one costs three times the block itself.
 */
const ciphers = new WeakMap<KeyObject, Cipher>();
const deciphers = new WeakMap<KeyObject, Decipher>();

/**
 * Seals reference 8 · issued second 4 · random 4 into one AES-256 block. The content never repeats and there is
 * nothing to chain, so the plain permutation is all that is needed.
 */
export function sealBlock(aes: KeyObject, reference: Buffer, issued: number): Buffer {
  const block = Buffer.alloc(codeBlockBytes);
  reference.copy(block);
  block.writeUInt32BE(issued, issuedAt);
  randomBytes(codeBlockBytes - randomAt).copy(block, randomAt);

  return cipherOf(aes).update(block);
}

/** @param sealed exactly 16 bytes */
export function openBlock(aes: KeyObject, sealed: Buffer): { reference: Buffer; issued: number } {
  const block = decipherOf(aes).update(sealed);

  return { reference: block.subarray(0, issuedAt), issued: block.readUInt32BE(issuedAt) };
}

function cipherOf(aes: KeyObject): Cipher {
  const cipher = ciphers.get(aes) ?? createCipheriv(algorithm, aes, null).setAutoPadding(false);
  ciphers.set(aes, cipher);

  return cipher;
}

function decipherOf(aes: KeyObject): Decipher {
  const decipher = deciphers.get(aes) ?? createDecipheriv(algorithm, aes, null).setAutoPadding(false);
  deciphers.set(aes, decipher);

  return decipher;
}
