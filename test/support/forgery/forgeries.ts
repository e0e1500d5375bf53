import { randomBytes } from 'node:crypto';

import { showPass } from '@anxing/contract/offline/passChain';
import { readOffline, skewMs } from '@anxing/contract/offline/verifyOffline';

import { newNumber } from '../../../api/src/codes/number12';
import { openPass, sha256 } from '../../../api/src/codes/outagePass';
import { issueCard, openCard } from '../../../api/src/codes/paperCard';
import { issuePersonalCode, readPersonalCode } from '../../../api/src/codes/personalCode';
import { issuePosterToken, readPosterToken } from '../../../api/src/codes/posterToken';
import { forgedRequests } from './forgedRequests';
import { genuine, seenPass, verifier, type Scene } from './scene';
import {
  bytesOf,
  kinds,
  madeUp,
  passSignedBy,
  repainted,
  withBitsChanged,
  withStepOf,
  type Kind,
} from './texts';

/** Something that must be refused: what it is, and whether somebody took it. */
export interface Forgery {
  name: string;
  isTaken: (scene: Scene, draw: number) => boolean | Promise<boolean>;
}

/** Whether a verifier without network takes a text. */
function isTakenOffline({ held, now }: Scene, text: string): boolean {
  return readOffline(verifier, held, text, now).ok;
}

/** Whether anybody takes a text: the server, or a verifier without network. */
function isTakenAnywhere(scene: Scene, text: string): boolean {
  const { codeKeys, posterKeys, now } = scene;

  return (
    isTakenOffline(scene, text) ||
    readPersonalCode(codeKeys, text, now).ok ||
    openPass(codeKeys, text, now).ok ||
    openCard(posterKeys, text).ok ||
    readPosterToken(posterKeys, text).ok
  );
}

export function isTakenAs(kind: Kind, scene: Scene, text: string): boolean {
  const { codeKeys, posterKeys, held, now } = scene;
  const readers: Record<Kind, () => boolean> = {
    code: () => readPersonalCode(codeKeys, text, now).ok && readOffline(verifier, held, text, now).ok,
    pass: () => openPass(codeKeys, text, now).ok && readOffline(verifier, held, text, now).ok,
    card: () => openCard(posterKeys, text).ok,
    poster: () => readPosterToken(posterKeys, text).ok,
  };

  return readers[kind]();
}

/** Of a code the server trusts what it sealed; what only verifiers trust must be refused by them. */
function isFlipTaken(kind: Kind, scene: Scene, draw: number): boolean {
  const text = withBitsChanged(kind, genuine(kind, scene, draw), draw);

  return kind === 'code' ? isTakenOffline(scene, text) : isTakenAnywhere(scene, text);
}

function random(kind: Kind, scene: Scene, draw: number): string {
  return madeUp(kind, bytesOf(kind, genuine(kind, scene, draw)).length, scene.codeKeys.current.id);
}

function withForeignKey(kind: Kind, { foreign, now }: Scene, draw: number): string {
  const reference = randomBytes(8);
  switch (kind) {
    case 'code':
      return issuePersonalCode(foreign.code, { reference, colour: 1, now });
    case 'pass':
      return passSignedBy(foreign.code, { reference, now, step: draw % 40 });
    case 'card':
      return issueCard(foreign.poster, reference);
    case 'poster':
      return issuePosterToken(foreign.poster, { pointReference: reference, serial: draw % 65_536 });
  }
}

/** @param at ms @param colour 0–255 */
function codeOf({ codeKeys }: Scene, at: number, colour = 1): string {
  return issuePersonalCode(codeKeys.current, { reference: randomBytes(8), colour, now: at });
}

const isDatedTaken = (scene: Scene, at: number) => isTakenAnywhere(scene, codeOf(scene, at));

const minute = 60_000;
const dayOfSeconds = 86_400;

/** The same verifiers earlier: they held the list of then. */
function sceneAt({ held, ...scene }: Scene, now: number): Scene {
  const revocations = held.revocations && { ...held.revocations, asOf: now };

  return { ...scene, now, held: { ...held, revocations } };
}

/**
 * A code that was shown in its minute, and is shown again.
 * @throws when it was not taken then: it would say nothing
 */
function isShownAgainTaken(scene: Scene, draw: number): boolean {
  const then = scene.now - minute - skewMs - 1_000 - (draw % dayOfSeconds) * 1_000;
  const text = codeOf(scene, then);
  if (!isTakenAs('code', sceneAt(scene, then), text)) {
    throw new Error('a genuine code was refused in its minute');
  }

  return isTakenAnywhere(scene, text);
}

/** A picture of a pass, taken some steps ago. */
function oldPicture(scene: Scene, draw: number): string {
  const pass = seenPass(scene, draw);
  const ago = skewMs + 30_000 + (draw % 3_600_000);

  return showPass(sha256, pass, Math.max(pass.issuedAt, scene.now - ago)) ?? '';
}

/** The same picture, with the number of the present step written into it. */
function agedPicture(scene: Scene, draw: number): string {
  return withStepOf(oldPicture(scene, draw), genuine('pass', scene, draw));
}

/** Of the newest pass every step that was, is the present one's neighbour: it was never a picture. */
function isPictureTaken(
  scene: Scene,
  draw: number,
  picture: (scene: Scene, draw: number) => string,
): boolean {
  const older = draw % 16 === 0 ? draw + 1 : draw;

  return isTakenAnywhere(scene, picture(scene, older));
}

export const forgeries: readonly Forgery[] = [
  ...kinds.flatMap((kind): Forgery[] => [
    { name: `${kind}: bits changed`, isTaken: (scene, draw) => isFlipTaken(kind, scene, draw) },
    { name: `${kind}: made up`, isTaken: (scene, draw) => isTakenAnywhere(scene, random(kind, scene, draw)) },
    {
      name: `${kind}: another province's key`,
      isTaken: (scene, draw) => isTakenAnywhere(scene, withForeignKey(kind, scene, draw)),
    },
  ]),
  {
    name: 'code: expired',
    isTaken: (scene, draw) =>
      isDatedTaken(scene, scene.now - minute - skewMs - 1_000 - (draw % dayOfSeconds) * 1_000),
  },
  {
    name: 'code: of the future',
    isTaken: (scene, draw) => isDatedTaken(scene, scene.now + skewMs + 2_000 + (draw % dayOfSeconds) * 1_000),
  },
  { name: 'code: shown again after its minute', isTaken: isShownAgainTaken },
  {
    name: 'code: orange painted green, at a verifier',
    isTaken: (scene) => isTakenOffline(scene, repainted(codeOf(scene, scene.now, 2), 1)),
  },
  { name: 'pass: a picture', isTaken: (scene, draw) => isPictureTaken(scene, draw, oldPicture) },
  {
    name: 'pass: a picture with another step',
    isTaken: (scene, draw) => isPictureTaken(scene, draw, agedPicture),
  },
  { name: 'number: guessed, at a verifier', isTaken: (scene) => isTakenOffline(scene, newNumber()) },
  {
    name: 'national code: made up, at a verifier',
    isTaken: (scene) => isTakenOffline(scene, randomBytes(30).toString('base64url')),
  },
  ...forgedRequests,
];
