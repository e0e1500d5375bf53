import { randomBytes } from 'node:crypto';

import { base64urlOf } from '@anxing/contract/offline/base64url';
import { showPass } from '@anxing/contract/offline/passChain';
import { readOffline, skewMs } from '@anxing/contract/offline/verifyOffline';
import { codePrefixes } from '@anxing/contract/scanned';

import {
  newNonce,
  signRequest,
  verifyRequest,
  type DeviceRequest,
} from '../../../api/src/codes/deviceSignature';
import { openPass, sha256 } from '../../../api/src/codes/outagePass';
import { issueCard, openCard } from '../../../api/src/codes/paperCard';
import { issuePersonalCode, readPersonalCode } from '../../../api/src/codes/personalCode';
import { issuePosterToken, readPosterToken } from '../../../api/src/codes/posterToken';
import { genuine, kinds, seenPass, verifier, type Kind, type Scene } from './scene';

/** Something that must be refused: what it is, and whether somebody took it. */
export interface Forgery {
  name: string;
  isTaken: (scene: Scene, draw: number) => boolean;
}

/** Whether anybody takes a text: the server, or a verifier without network. */
function isTakenAnywhere(scene: Scene, text: string): boolean {
  const { codeKeys, posterKeys, held, now } = scene;

  return (
    readOffline(verifier, held, text, now).ok ||
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

const prefixOf = (kind: Kind) => (kind === 'poster' ? '' : codePrefixes[kind]);

function bytesOf(kind: Kind, text: string): Buffer {
  return Buffer.from(text.slice(prefixOf(kind).length), 'base64url');
}

function textOf(kind: Kind, bytes: Uint8Array): string {
  return prefixOf(kind) + base64urlOf(bytes);
}

/** One to three bits are other ones. The server itself does not check a code's signature, only its sealed block. */
function flipped(kind: Kind, scene: Scene, draw: number): string {
  const bytes = bytesOf(kind, genuine(kind, scene, draw));
  for (let count = 0; count <= draw % 3; count += 1) {
    const bit = (draw * 7_919 + count * 104_729) % (bytes.length * 8);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  }

  return textOf(kind, bytes);
}

/** Of a code the server trusts what it sealed; what only verifiers trust must be refused by them. */
function isFlipTaken(kind: Kind, scene: Scene, draw: number): boolean {
  const text = flipped(kind, scene, draw);

  return kind === 'code'
    ? readOffline(verifier, scene.held, text, scene.now).ok
    : isTakenAnywhere(scene, text);
}

function random(kind: Kind, scene: Scene, draw: number): string {
  const bytes = randomBytes(bytesOf(kind, genuine(kind, scene, draw)).length);
  bytes.writeUInt8(0x15, 0);

  return textOf(kind, bytes);
}

function withForeignKey(kind: Kind, { foreign, now }: Scene, draw: number): string {
  const reference = randomBytes(8);
  switch (kind) {
    case 'code':
      return issuePersonalCode(foreign.code, { reference, colour: 1, now });
    case 'card':
      return issueCard(foreign.poster, reference);
    default:
      return issuePosterToken(foreign.poster, { pointReference: reference, serial: draw % 65_536 });
  }
}

/** A colour that was orange is painted green: the server looks the current one up, a verifier sees the signature. */
function repainted(scene: Scene): string {
  const code = issuePersonalCode(scene.codeKeys.current, {
    reference: randomBytes(8),
    colour: 2,
    now: scene.now,
  });
  const bytes = bytesOf('code', code);
  bytes.writeUInt8(1, 17);

  return textOf('code', bytes);
}

/** A picture of a pass, taken some steps ago. */
function oldPicture(scene: Scene, draw: number): string {
  const pass = seenPass(scene, draw);
  const ago = skewMs + 30_000 + (draw % 3_600_000);

  return showPass(sha256, pass, Math.max(pass.issuedAt, scene.now - ago)) ?? '';
}

/** The same picture, with the number of the present step written into it. */
function agedPicture(scene: Scene, draw: number): string {
  const bytes = bytesOf('pass', oldPicture(scene, draw));
  const present = bytesOf('pass', genuine('pass', scene, draw));
  present.copy(bytes, 110, 110, 112);

  return textOf('pass', bytes);
}

const request = (draw: number, now: number): DeviceRequest => ({
  method: 'POST',
  path: '/api/v1/device/scans',
  body: `{"id":"${draw}"}`,
  timestamp: now,
  nonce: newNonce(),
});

/** A device's request that was changed on its way, or signed by somebody else, or is old. */
function isRequestTaken(change: (asked: DeviceRequest) => Partial<DeviceRequest>, isStranger = false) {
  return ({ device, stranger, now }: Scene, draw: number): boolean => {
    const asked = request(draw, now);
    const signature = signRequest(isStranger ? stranger.privateKey : device.privateKey, asked);

    return verifyRequest(device.publicKey, { ...asked, ...change(asked) }, signature, now).ok;
  };
}

const minute = 60_000;

export const forgeries: readonly Forgery[] = [
  ...kinds.flatMap((kind): Forgery[] => [
    { name: `${kind}: bits changed`, isTaken: (scene, draw) => isFlipTaken(kind, scene, draw) },
    { name: `${kind}: made up`, isTaken: (scene, draw) => isTakenAnywhere(scene, random(kind, scene, draw)) },
  ]),
  ...(['code', 'card', 'poster'] as const).map((kind): Forgery => ({
    name: `${kind}: another province's key`,
    isTaken: (scene, draw) => isTakenAnywhere(scene, withForeignKey(kind, scene, draw)),
  })),
  {
    name: 'code: expired',
    isTaken: (scene, draw) => {
      const now = scene.now - minute - skewMs - (draw % 86_400) * 1_000 - 1_000;

      return isTakenAnywhere(
        scene,
        issuePersonalCode(scene.codeKeys.current, { reference: randomBytes(8), colour: 1, now }),
      );
    },
  },
  {
    name: 'code: of the future',
    isTaken: (scene, draw) => {
      const now = scene.now + skewMs + 2_000 + (draw % 86_400) * 1_000;

      return isTakenAnywhere(
        scene,
        issuePersonalCode(scene.codeKeys.current, { reference: randomBytes(8), colour: 1, now }),
      );
    },
  },
  {
    name: 'code: orange painted green, at a verifier',
    isTaken: (scene) => readOffline(verifier, scene.held, repainted(scene), scene.now).ok,
  },
  { name: 'pass: a picture', isTaken: (scene, draw) => isPictureTaken(scene, draw, oldPicture) },
  {
    name: 'pass: a picture with another step',
    isTaken: (scene, draw) => isPictureTaken(scene, draw, agedPicture),
  },
  { name: 'request: another body', isTaken: isRequestTaken(({ body }) => ({ body: `${String(body)} ` })) },
  { name: 'request: another path', isTaken: isRequestTaken(() => ({ path: '/api/v1/device/keys' })) },
  { name: 'request: another method', isTaken: isRequestTaken(() => ({ method: 'PUT' })) },
  { name: 'request: another nonce', isTaken: isRequestTaken(() => ({ nonce: newNonce() })) },
  { name: 'request: signed by a stranger', isTaken: isRequestTaken(() => ({}), true) },
  {
    name: 'request: old',
    isTaken: ({ device, now }, draw) => {
      const asked = request(draw, now - 5 * minute - 1 - (draw % minute));

      return verifyRequest(device.publicKey, asked, signRequest(device.privateKey, asked), now).ok;
    },
  },
];

/** Of the newest pass every step that was, is the present one's neighbour: it was never a picture. */
function isPictureTaken(
  scene: Scene,
  draw: number,
  picture: (scene: Scene, draw: number) => string,
): boolean {
  const older = draw % 16 === 0 ? draw + 1 : draw;

  return isTakenAnywhere(scene, picture(scene, older));
}
