import { setImmediate } from 'node:timers/promises';

import { newNonce, signRequest, verifyRequest } from '../../../api/src/codes/deviceSignature';
import { forgeries, isTakenAs } from './forgeries';
import { buildScene, genuine, kinds, type Scene } from './scene';

export interface Tally {
  tried: number;
  /** Names of what was taken although it must not be. */
  taken: Record<string, number>;
  /** How much that is genuine was tried between, and how much of it was refused: it must be none. */
  genuine: number;
  refused: number;
}

const genuineEvery = 100;
const breatheEvery = 1_000;

function refusedGenuine(scene: Scene, draw: number): number {
  const { device, now } = scene;
  const asked = { method: 'GET', path: '/api/v1/device/keys', body: '', timestamp: now, nonce: newNonce() };
  const checks = [
    ...kinds.map((kind) => isTakenAs(kind, scene, genuine(kind, scene, draw))),
    verifyRequest(device.publicKey, asked, signRequest(device.privateKey, asked), now).ok,
  ];

  return checks.filter((isTaken) => !isTaken).length;
}

/** Forges so many codes and requests, each kind in turn, and genuine ones between them. */
export async function tryForgeries(count: number): Promise<Tally> {
  const scene = buildScene(Date.now());
  const tally: Tally = { tried: 0, taken: {}, genuine: 0, refused: 0 };
  for (let draw = 0; draw < count; draw += 1) {
    const forgery = forgeries[draw % forgeries.length];
    tally.tried += 1;
    if (forgery?.isTaken(scene, Math.floor(draw / forgeries.length))) {
      tally.taken[forgery.name] = (tally.taken[forgery.name] ?? 0) + 1;
    }
    if (draw % genuineEvery === 0) {
      tally.genuine += 5;
      tally.refused += refusedGenuine(scene, draw);
    }
    if (draw % breatheEvery === 0) {
      await setImmediate();
    }
  }

  return tally;
}
