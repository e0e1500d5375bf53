import type { StandPolicy } from '@anxing/contract/entry';
import { tellScanned, type Scanned } from '@anxing/contract/scanned';
import type { ScanAnswer } from '@anxing/contract/scans';
import type { Direction } from '@anxing/contract/visits';

import { asApiError, type ApiError } from '../../../lib/api/apiError';
import type { Config } from '../../../lib/config';
import type { KioskApi } from '../api/kioskApi';
import { readScanned } from '../offline/readScanned';
import type { PersonVerdict, Refusal, Stand } from '../types';
import { noAnswer, refusalOf, refusalOfError } from '../words/refusals';
import { isUnreachable, within, type Link } from './link';

/** How long the server may take before a code is checked here, ms. */
const patienceMs = 2_000;
/** The same for what only the server can tell. */
const longPatienceMs = 8_000;

/** Most characters of an object that the server takes. */
const longestObject = 1_024;
const shortestObject = 4;

export interface Check {
  id: string;
  scanned: Scanned;
  direction: Direction;
  /** ms by the server's clock */
  now: number;
}

export type Outcome =
  | { person: PersonVerdict }
  | { refusal: Refusal }
  /** Nobody is signed in any more. */
  | { over: string }
  /** The guard is not on duty here any more. */
  | { offDuty: string };

interface Tools {
  api: KioskApi;
  link: Link;
  config: Pick<Config, 'colours' | 'feverFrom'>;
  stand: Stand;
  policy: StandPolicy;
}

function personOf({ person, ...answer }: ScanAnswer): PersonVerdict {
  const { id, object, colour, decision, why, wants, direction, at, region, recent, hasMore } = answer;

  return {
    id,
    object,
    colour,
    decision,
    why,
    wants,
    direction,
    at,
    region,
    recent,
    hasMore,
    ...person,
    offline: null,
  };
}

function isReadableHere({ kind }: Scanned): boolean {
  return kind === 'code' || kind === 'pass';
}

function checkHere({ link, config, policy }: Tools, { id, scanned, direction, now }: Check): Outcome {
  return readScanned(link.held, { id, text: scanned.text, direction, now, policy }, config);
}

/** What the server's refusal is about: whoever is signed in here, or the person at the door. */
function outcomeOf(error: ApiError): Outcome {
  const { message } = error;
  if (error.isSignedOut || error.is('password_change_required')) {
    return { over: message };
  }
  if (error.is('duty_required') || error.is('duty_ended')) {
    return { offDuty: message };
  }

  return { refusal: refusalOfError(error) };
}

/** Asks the server; without it, a code or a pass is verified here. */
export async function check(tools: Tools, asked: Check): Promise<Outcome> {
  const { api, link, stand } = tools;
  const { id, scanned, direction } = asked;
  if (scanned.text.length > longestObject) {
    return { refusal: refusalOf('object_unknown') };
  }
  if (!link.isOnline) {
    return checkHere(tools, asked);
  }
  const request = { id, object: scanned.text, pointId: stand.id, direction };
  try {
    const patience = isReadableHere(scanned) ? patienceMs : longPatienceMs;

    return { person: personOf(await within(patience, (signal) => api.scan(request, signal))) };
  } catch (error) {
    if (isUnreachable(error)) {
      link.lost();

      return isReadableHere(scanned) || asApiError(error).status === 0
        ? checkHere(tools, asked)
        : { refusal: noAnswer };
    }
    return outcomeOf(asApiError(error));
  }
}

/** What a line of keys says; undefined when it is too short to be anything. */
export function tellLine(text: string): Scanned | undefined {
  const scanned = tellScanned(text);

  return scanned.text.length < shortestObject ? undefined : scanned;
}
