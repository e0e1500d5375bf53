import { setImmediate } from 'node:timers/promises';

import { newNonce, signRequest, verifyRequest } from '../../../api/src/codes/deviceSignature';
import { forgeries, isTakenAs } from './forgeries';
import { buildScene, genuine, type Scene } from './scene';
import { kinds } from './texts';

export interface Tally {
  tried: number;
  /** How many of each kind were tried. */
  kinds: Record<string, number>;
  /** Names of what was taken although it must not be. */
  taken: Record<string, number>;
  /** How much that is genuine was tried between, and how much of it was refused: it must be none. */
  genuine: number;
  refused: number;
}

const genuineEvery = 100;
const breatheEvery = 1_000;

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function refusedGenuine(scene: Scene, draw: number): number {
  const { device, now } = scene;
  const asked = { method: 'GET', path: '/api/v1/device/keys', body: '', timestamp: now, nonce: newNonce() };
  const checks = [
    ...kinds.map((kind) => isTakenAs(kind, scene, genuine(kind, scene, draw))),
    verifyRequest(device.publicKey, asked, signRequest(device.privateKey, asked), now).ok,
  ];

  return checks.filter((isTaken) => !isTaken).length;
}

async function tryOne(scene: Scene, tally: Tally, draw: number): Promise<void> {
  const forgery = forgeries[draw % forgeries.length];
  if (!forgery) {
    return;
  }
  tally.tried += 1;
  count(tally.kinds, forgery.name);
  if (await forgery.isTaken(scene, Math.floor(draw / forgeries.length))) {
    count(tally.taken, forgery.name);
  }
}

/** Forges so many codes and requests, each kind in turn, and genuine ones between them. */
export async function tryForgeries(wanted: number): Promise<Tally> {
  const scene = buildScene(Date.now());
  const tally: Tally = { tried: 0, kinds: {}, taken: {}, genuine: 0, refused: 0 };
  for (let draw = 0; draw < wanted; draw += 1) {
    await tryOne(scene, tally, draw);
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
