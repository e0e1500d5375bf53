import type { DoorKeys as ToldKeys, RevocationList } from '@anxing/contract/door';
import { limits } from '@anxing/contract/limits';
import { bytesOfBase64url } from '@anxing/contract/offline/base64url';
import { joinRevocations, type RevokedPass } from '@anxing/contract/offline/revocations';
import type { DoorKeys } from '@anxing/contract/offline/verifyOffline';

import { clockOffset, now, syncClock } from '../../lib/clock';
import { readStored, writeStored } from '../../lib/storage';
import { staffRequest } from '../../lib/staff/session';
import { createStore, type ReadableStore } from '../../lib/store';

/** What a guard's phone holds to verify without network, as it is kept on the phone. */
export interface DoorLists {
  keys: ToldKeys['keys'];
  colours: ToldKeys['colours'];
  /** ms, by the server's clock: as of when passes were revoked. */
  asOf: number;
  passes: RevokedPass[];
  /** False: too many were revoked to be listed. */
  complete: boolean;
  /** ms that the server's clock is ahead of the phone's. */
  offset: number;
}

const publicKeyBytes = 32;

const store = createStore<DoorLists | undefined>(readStored<DoorLists>('doorLists'));

export const doorLists: ReadableStore<DoorLists | undefined> = store;

/** After a start without network the server's time is known from the last time. */
export function restoreClock(): void {
  const held = store.get();
  if (held && clockOffset() === 0) {
    syncClock(Date.now() + held.offset);
  }
}

function joined(held: DoorLists | undefined, told: RevocationList): RevokedPass[] {
  const before = held && { asOf: held.asOf, passes: toMap(held.passes), cards: new Set<string>() };
  // Cards are not verified without network: they need not be kept.
  const { passes } = joinRevocations(before, { ...told, cards: [] }, now() - limits.passHours * 3_600_000);

  return [...passes].map(([id, since]) => ({ id, before: since }));
}

function toMap(passes: readonly RevokedPass[]): Map<string, number> {
  return new Map(passes.map(({ id, before }) => [id, before]));
}

/** After a list that was not complete, only a whole one helps. */
function sinceOf(held: DoorLists | undefined): string {
  return held?.complete ? `?since=${held.asOf}` : '';
}

async function fetchLists(): Promise<void> {
  const held = store.get();
  const [told, revoked] = await Promise.all([
    staffRequest<ToldKeys>('GET', 'door/keys'),
    staffRequest<RevocationList>('GET', `door/revocations${sinceOf(held)}`),
  ]);
  const lists: DoorLists = {
    keys: told.keys,
    colours: told.colours,
    asOf: revoked.asOf,
    passes: joined(held?.complete ? held : undefined, revoked),
    complete: revoked.complete,
    offset: clockOffset(),
  };
  store.set(lists);
  writeStored('doorLists', lists);
}

let fetching: Promise<void> | undefined;

/** Fetches keys and revocations; a failure is nobody's concern: what is held shows its age. */
export function refreshDoorLists(): Promise<void> {
  fetching ??= fetchLists()
    .catch(() => undefined)
    .finally(() => {
      fetching = undefined;
    });

  return fetching;
}

/** What `readOffline` needs of it. */
export function heldKeys({ keys, asOf, passes, complete }: DoorLists, takesPasses: boolean): DoorKeys {
  const known = keys.flatMap(({ id, publicKey }) => {
    const bytes = bytesOfBase64url(publicKey, publicKeyBytes);

    return bytes ? [[id, bytes] as const] : [];
  });
  const revocations = complete ? { asOf, passes: toMap(passes), cards: new Set<string>() } : undefined;

  return { keys: new Map(known), revocations, takesPasses };
}
