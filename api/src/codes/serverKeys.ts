import { createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

import { publicKeyText } from './ed25519Text';
import { KeyRing } from './keyRing';
import { ed25519FromSeed } from './keys';

/** Signs the answers to devices. */
export interface ServerKey {
  id: number;
  privateKey: KeyObject;
  /** 32 bytes in base64url. */
  publicKey: string;
}

export interface ServerKeyMaterial {
  id: number;
  /** The seed, 32 bytes in base64. */
  ed25519: string;
}

/** No key of a secrets file has it. */
const derivedId = 0;

/** While two are listed, one takes the place of the other: a third would be nobody's. */
const listedWithoutDerived = 2;

function keyOf(id: number, seed: Uint8Array): ServerKey {
  const privateKey = ed25519FromSeed(seed);

  return { id, privateKey, publicKey: publicKeyText(createPublicKey(privateKey)) };
}

function derivedFrom(sessionSecret: Buffer): ServerKey {
  const seed = hkdfSync('sha256', sessionSecret, Buffer.alloc(0), 'anxing device answers', 32);

  return keyOf(derivedId, new Uint8Array(seed));
}

/**
 * The keys with which the server signs its answers to devices, the newest first. Secrets that were made before there were
 * devices list none: then one is derived, and it stays as the older one when the first is listed.
 */
export function serverKeysOf(secrets: {
  sessionSecret: string;
  deviceKeys?: readonly ServerKeyMaterial[] | undefined;
}): KeyRing<ServerKey> {
  const listed = (secrets.deviceKeys ?? []).map(({ id, ed25519 }) =>
    keyOf(id, Buffer.from(ed25519, 'base64')),
  );
  const derived =
    listed.length < listedWithoutDerived ? [derivedFrom(Buffer.from(secrets.sessionSecret, 'base64'))] : [];

  return new KeyRing([...listed.reverse(), ...derived]);
}
