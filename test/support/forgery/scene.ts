import { createPublicKey, generateKeyPairSync, randomBytes, verify, type KeyObject } from 'node:crypto';

import { limits } from '@anxing/contract/limits';
import { showPass, type PassSecret } from '@anxing/contract/offline/passChain';
import type { Revocations } from '@anxing/contract/offline/revocations';
import type { DoorKeys, Verifier } from '@anxing/contract/offline/verifyOffline';

import { KeyRing } from '../../../api/src/codes/keyRing';
import {
  codeKeyFromMaterial,
  newCodeKeyMaterial,
  newPosterKeyMaterial,
  posterKeyFromMaterial,
  type CodeKey,
  type PosterKey,
} from '../../../api/src/codes/keys';
import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { issueCard } from '../../../api/src/codes/paperCard';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { issuePosterToken } from '../../../api/src/codes/posterToken';
import { Limiter } from '../../../api/src/storage/limiter';
import type { Kind } from './texts';

/** Public keys as verifiers keep them, made once: that is what a device does too. */
const publicKeys = new Map<string, KeyObject>();

function publicKeyOf(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  const known =
    publicKeys.get(x) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  publicKeys.set(x, known);

  return known;
}

export const verifier: Verifier = {
  sha256,
  verify: (publicKey, message, signature) => verify(null, message, publicKeyOf(publicKey), signature),
};

/** What the house holds, what a verifier holds, and what a forger has got hold of. */
export interface Scene {
  now: number;
  codeKeys: KeyRing<CodeKey>;
  posterKeys: KeyRing<PosterKey>;
  held: DoorKeys;
  /** Keys of another province, with the same ids. */
  foreign: { code: CodeKey; poster: PosterKey };
  device: { privateKey: KeyObject; publicKey: KeyObject };
  stranger: { privateKey: KeyObject };
  /** Remembers which nonces were used. */
  limiter: Limiter;
}

const ownKeyId = 5;

/** @param keyId of all its keys, also of the foreign ones @param posterKeyId of those of posters and cards */
export function buildScene(now: number, keyId = ownKeyId, posterKeyId = keyId): Scene {
  const code = codeKeyFromMaterial(newCodeKeyMaterial(keyId));
  const raw = Buffer.from(code.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const revocations: Revocations = { asOf: now, passes: new Map(), cards: new Set() };

  return {
    now,
    codeKeys: new KeyRing([code]),
    posterKeys: new KeyRing([posterKeyFromMaterial(newPosterKeyMaterial(posterKeyId))]),
    held: { keys: new Map([[keyId, raw]]), revocations, takesPasses: true },
    foreign: {
      code: codeKeyFromMaterial(newCodeKeyMaterial(keyId)),
      poster: posterKeyFromMaterial(newPosterKeyMaterial(posterKeyId)),
    },
    device: generateKeyPairSync('ed25519'),
    stranger: generateKeyPairSync('ed25519'),
    limiter: new Limiter(undefined),
  };
}

/** Passes are costly to make: a forger works on a few that he has seen. */
const passes = new WeakMap<Scene, PassSecret[]>();
const passesSeen = 16;
/** ms before now at which they were issued. */
const longestAgo = (limits.passHours * 3_600_000 * 3) / 4;

export function seenPass(scene: Scene, draw: number): PassSecret {
  const seen =
    passes.get(scene) ??
    Array.from({ length: passesSeen }, (_, at) =>
      issuePass(scene.codeKeys.current, {
        reference: randomBytes(8),
        colour: 1,
        now: scene.now - Math.floor((longestAgo * at) / passesSeen),
      }),
    );
  passes.set(scene, seen);

  return seen[draw % passesSeen] as PassSecret;
}

/** Shown once: it takes a thousand hashes. */
const shown = new WeakMap<PassSecret, string>();

function shownPass(scene: Scene, draw: number): string {
  const pass = seenPass(scene, draw);
  const text = shown.get(pass) ?? showPass(sha256, pass, scene.now) ?? '';
  shown.set(pass, text);

  return text;
}

/** What is genuine at this moment: each must be accepted, or the whole says nothing. */
export function genuine(kind: Kind, scene: Scene, draw: number): string {
  const reference = randomBytes(8);
  const { codeKeys, posterKeys, now } = scene;
  switch (kind) {
    case 'code':
      return issuePersonalCode(codeKeys.current, { reference, colour: 1, now: now - (draw % 50) * 1_000 });
    case 'pass':
      return shownPass(scene, draw);
    case 'card':
      return issueCard(posterKeys.current, reference);
    case 'poster':
      return issuePosterToken(posterKeys.current, { pointReference: reference, serial: draw % 65_536 });
  }
}
