import { decideOffline, type StandPolicy } from '@anxing/contract/entry';
import { readOffline } from '@anxing/contract/offline/verifyOffline';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import type { Direction } from '@anxing/contract/visits';

import type { PersonVerdict, Refusal } from '../types';
import { noKeys, offlineRefusal } from '../words/refusals';
import { keysOf, type Held } from './held';
import { verifier } from './verifier';

interface Question {
  id: string;
  text: string;
  direction: Direction;
  /** ms by the server's clock */
  now: number;
  policy: StandPolicy;
}

type Rules = Pick<PublicConfig, 'colours' | 'feverFrom'>;

export type OfflineOutcome = { person: PersonVerdict } | { refusal: Refusal };

/** Checks a code or a pass by what is held, without the server. */
export function readScanned(held: Held | undefined, question: Question, rules: Rules): OfflineOutcome {
  if (!held || held.keys.length === 0) {
    return { refusal: noKeys };
  }
  const { id, text, direction, now, policy } = question;
  const { revocations } = held;
  const door = { keys: keysOf(held), revocations, takesPasses: policy.outagePass };
  const reading = readOffline(verifier, door, text, now);
  if (!reading.ok) {
    return { refusal: offlineRefusal(reading.kind, reading.failure) };
  }
  const colour = held.colours[reading.colour] ?? 'unknown';
  const { decision, why, wants } = decideOffline({ colour, direction, seen: {}, policy }, rules);
  const listAge = revocations ? Math.max(0, now - revocations.asOf) : null;

  return {
    person: {
      id,
      object: reading.kind,
      colour,
      decision,
      why,
      wants,
      name: null,
      idNumber: null,
      district: null,
      region: null,
      recent: [],
      hasMore: false,
      direction,
      at: now,
      offline: { kind: reading.kind, listAge },
    },
  };
}
