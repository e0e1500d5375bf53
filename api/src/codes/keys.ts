import { createPrivateKey, createPublicKey, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { assertKeyId } from './keyRing';
import { assertBytes } from './ranges';

/** Enough to verify personal codes offline. */
export interface PublicCodeKey {
  id: number;
  /** Ed25519. */
  publicKey: KeyObject;
}

/** Issues and reads personal codes. */
export interface CodeKey extends PublicCodeKey {
  /** AES-256. */
  aes: KeyObject;
  /** Ed25519. */
  privateKey: KeyObject;
}

/** Issues and reads poster tokens. */
export interface PosterKey {
  id: number;
  /** HMAC-SHA-256, 32 bytes. */
  secret: KeyObject;
}

/** How settings keep a code key: `aes` and `ed25519` (the seed of RFC 8032 §5.1.5) are 32 bytes in base64. */
export interface CodeKeyMaterial {
  id: number;
  aes: string;
  ed25519: string;
}

/** How settings keep a poster key: 32 bytes in base64. */
export interface PosterKeyMaterial {
  id: number;
  secret: string;
}

const keyBytes = 32;
/** DER of a PKCS #8 Ed25519 private key up to its seed (RFC 8410 §7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key of a seed of 32 bytes (RFC 8032 §5.1.5). */
export function ed25519FromSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** @throws RangeError when the id or the length of a key is wrong: the message never holds key bytes */
export function codeKeyFromMaterial(material: CodeKeyMaterial): CodeKey {
  assertKeyId(material.id);
  const privateKey = ed25519FromSeed(bytesOf(material.ed25519, 'ed25519'));

  return {
    id: material.id,
    aes: createSecretKey(bytesOf(material.aes, 'aes')),
    privateKey,
    publicKey: createPublicKey(privateKey),
  };
}

/** @throws RangeError when the id or the length of the secret is wrong */
export function posterKeyFromMaterial(material: PosterKeyMaterial): PosterKey {
  assertKeyId(material.id);

  return { id: material.id, secret: createSecretKey(bytesOf(material.secret, 'secret')) };
}

export function newCodeKeyMaterial(id: number): CodeKeyMaterial {
  assertKeyId(id);

  return { id, aes: newKey(), ed25519: newKey() };
}

export function newPosterKeyMaterial(id: number): PosterKeyMaterial {
  assertKeyId(id);

  return { id, secret: newKey() };
}

function newKey(): string {
  return randomBytes(keyBytes).toString('base64');
}

function bytesOf(base64: string, name: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  assertBytes(bytes, keyBytes, name);

  return bytes;
}
