import { limits } from '@anxing/contract/limits';

import { dayNumber } from '../base/days';
import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import type { Link } from '../storage/link';
import { kindCodes, proofCodes } from './columns';

/** Where somebody was checked by staff or a device, and when last. */
export interface ScannedStay {
  personId: string;
  /** As the point has it: 6 or 12 digits. */
  division: string;
  /** ms */
  at: number;
  /** ms: by when all of them were known. */
  knownFrom: number;
}

export interface ScansWanted {
  personIds: readonly string[];
  zone: string;
  /** ms, both included: when they were checked. */
  from: number;
  until: number;
  /** ms: only of what the server had learned by then. */
  knownAt?: number | undefined;
  /** Only where somebody showed what nobody else can: a number can be typed by whoever knows it. */
  isShown?: boolean;
}

const typed = [proofCodes.number, proofCodes.idCard];

/** A passage lies in the day of its id, which a clock that is ahead makes so much later than what happened. */
const futureMs = limits.checkInFutureMinutes * 60_000;

/** People in one question. */
const atOnce = 500;

/**
 * Where people were scanned, by the index (person, at). Check-ins at posters are left out: a poster's link can be
 * forwarded, so it does not prove where somebody was.
 */
export async function scannedStays(
  database: Pick<Database, 'usingIndex'>,
  reader: Pick<Link, 'select'>,
  { personIds, zone, from, until, knownAt, isShown = false }: ScansWanted,
): Promise<ScannedStay[]> {
  const stays: ScannedStay[] = [];
  const days = [dayNumber(from, zone), dayNumber(until + futureMs, zone)];
  for (let start = 0; start < personIds.length; start += atOnce) {
    const some = personIds.slice(start, start + atOnce).map(idToBytes);
    const rows = await reader.select(
      `SELECT person_id, division, MAX(at) AS latest, MAX(received_at) AS known FROM passages${database.usingIndex('passages_by_person')} ` +
        'WHERE person_id IN (?) AND at BETWEEN ? AND ? AND day BETWEEN ? AND ? AND kind = ? AND received_at <= ? ' +
        `${isShown ? `AND (proof IS NULL OR proof NOT IN (${typed.join(', ')})) ` : ''}` +
        'GROUP BY person_id, division',
      [some, from, until, ...days, kindCodes.scan, knownAt ?? Number.MAX_SAFE_INTEGER],
    );
    for (const row of rows) {
      stays.push({
        personId: idFromBytes(row.person_id as Uint8Array),
        division: String(row.division),
        at: Number(row.latest),
        knownFrom: Math.max(Number(row.latest), Number(row.known)),
      });
    }
  }

  return stays;
}
