import type { DoorKeys as KeysAnswer, RevocationList } from '@anxing/contract/door';
import { limits } from '@anxing/contract/limits';
import { bytesOfBase64url } from '@anxing/contract/offline/base64url';
import { joinRevocations, type Revocations } from '@anxing/contract/offline/revocations';

/** What is kept of the server for times without it; as it is stored. */
export interface Held {
  keys: KeysAnswer['keys'];
  colours: KeysAnswer['colours'];
  /** ms that this computer's clock is behind the server's. */
  clockOffset: number;
  /** Undefined: none, or none that can be relied on. */
  revocations: Revocations | undefined;
}

const keyBytes = 32;
const passMs = limits.passHours * 3_600_000;

/** Raw keys by their number. */
export function keysOf({ keys }: Pick<Held, 'keys'>): Map<number, Uint8Array> {
  const pairs = keys.map(({ id, publicKey }) => [id, bytesOfBase64url(publicKey, keyBytes)] as const);

  return new Map(pairs.filter((pair): pair is [number, Uint8Array] => pair[1] !== undefined));
}

/** A list that had to leave something out is worth nothing: then no pass is trusted. */
export function joinTold(held: Revocations | undefined, told: RevocationList): Revocations | undefined {
  return told.complete ? joinRevocations(held, told, told.asOf - passMs) : undefined;
}
