import type { StandPolicy } from '@anxing/contract/entry';
import { tellScanned, type Scanned } from '@anxing/contract/scanned';
import type { ScanAnswer } from '@anxing/contract/scans';
import type { Direction } from '@anxing/contract/visits';

import { asApiError } from '../../../lib/api/apiError';
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

export type Outcome = { person: PersonVerdict } | { refusal: Refusal } | { over: string };

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
    const known = asApiError(error);

    return known.isSignedOut || known.is('password_change_required')
      ? { over: known.message }
      : { refusal: refusalOfError(known) };
  }
}

/** What a line of keys says; undefined when it is too short to be anything. */
export function tellLine(text: string): Scanned | undefined {
  const scanned = tellScanned(text);

  return scanned.text.length < shortestObject ? undefined : scanned;
}
