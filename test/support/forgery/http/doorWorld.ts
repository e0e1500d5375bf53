import { randomBytes, type KeyObject } from 'node:crypto';

import { makeUuid7 } from '@anxing/contract/uuid7';

import { issuePass } from '../../../../api/src/codes/outagePass';
import type { KeyRing } from '../../../../api/src/codes/keyRing';
import type { CodeKey, PosterKey } from '../../../../api/src/codes/keys';
import type { PassSecret } from '@anxing/contract/offline/passChain';
import { buildScene } from '../scene';

/** Somebody green who has a code here. */
export interface Holder {
  reference: Buffer;
  /** The 12 digits of today. */
  number: string;
  /** The text of his paper card. */
  card: string;
  /** A national code of his that the exchange knows. */
  national: string;
}

export interface DeviceAtDoor {
  id: string;
  privateKey: KeyObject;
}

export interface GuardAtDoor {
  authorization: string;
  pointId: string;
}

/** A running API with people, guards on duty and devices, and what a forger has got hold of. */
export interface DoorWorld {
  /** Without a slash at the end. */
  url: string;
  codeKeys: KeyRing<CodeKey>;
  posterKeys: KeyRing<PosterKey>;
  people: readonly Holder[];
  devices: readonly DeviceAtDoor[];
  guards: readonly GuardAtDoor[];
  /** One that was disabled, with its key. */
  disabled: DeviceAtDoor;
  /** ms by the server's clock. */
  now(): number;
  /** Lets so many ms pass there. */
  pass(ms: number): Promise<void>;
}

/** Keys of nobody here, with the ids of ours. */
export type Foreign = Pick<ReturnType<typeof buildScene>, 'foreign' | 'stranger'>;

/** What one run of forgeries works with. */
export interface Attack extends DoorWorld, Foreign {
  /** Passes that somebody photographed, of real people. */
  passes: readonly PassSecret[];
  /** Codes that were taken in their minute, which is over. */
  shownBefore: string[];
}

/** ms before now at which the passes were issued: pictures of an hour exist of each. */
const [newest, apart] = [3_700_000, 1_200_000];
const passesSeen = 16;

export function beginAttack(world: DoorWorld): Attack {
  const now = world.now();
  const { foreign, stranger } = buildScene(now, world.codeKeys.current.id, world.posterKeys.current.id);
  const passes = Array.from({ length: passesSeen }, (_, at) =>
    issuePass(world.codeKeys.current, {
      reference: holderOf(world, at).reference,
      colour: 1,
      now: now - newest - at * apart,
    }),
  );

  return { ...world, foreign, stranger, passes, shownBefore: [] };
}

function nth<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

export function holderOf({ people }: Pick<DoorWorld, 'people'>, draw: number): Holder {
  return nth(people, draw);
}

export function deviceOf({ devices }: DoorWorld, draw: number): DeviceAtDoor {
  return nth(devices, draw);
}

export function guardOf({ guards }: DoorWorld, draw: number): GuardAtDoor {
  return nth(guards, draw);
}

export function passOf({ passes }: Attack, draw: number): PassSecret {
  return nth(passes, draw);
}

export function newScanId(at: number): string {
  return makeUuid7(at, randomBytes(10));
}
