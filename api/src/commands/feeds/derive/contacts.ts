import type { Services } from '../../../context';
import { illDaysInTurn, isWithin, type IllDays } from './illDays';
import type { NextChange } from './nextChange';
import { rowsOfMatches, rowsOfSubjects, type RegisterRow } from './openRegister';

/** Within so many rows of seats, on trains and in planes (seed 002: seven rows in all). */
const rowsAround = 3;

const journeys = 'journeys';

/** Somebody who may have caught it: what becomes a fact. */
export interface DerivedFact {
  subject: string;
  kind: string;
  date: string;
  validFrom: number;
  validUntil: number | null;
}

type Seat = Pick<RegisterRow, 'kind' | 'partKey' | 'position'>;

/** Whose carriage or row is not known may have sat anywhere in the train. A coach is one room. */
export function isNear(one: Seat, other: Seat): boolean {
  if (one.kind === 'coach') {
    return true;
  }
  if (one.kind === 'train' && (one.partKey === null || other.partKey === null)) {
    return true;
  }
  if (one.partKey !== null && !other.partKey?.equals(one.partKey)) {
    return false;
  }
  if (one.position === null || other.position === null) {
    return true;
  }

  return Math.abs(one.position - other.position) <= rowsAround;
}

/** Journeys of people with the illness, in the days in which it can be passed on. */
function journeysWithIt(
  ill: ReadonlyMap<string, readonly IllDays[]>,
  rows: readonly RegisterRow[],
): RegisterRow[] {
  return rows.filter(({ subject, date }) => {
    const spans = subject === null ? undefined : ill.get(subject);

    return spans?.some((days) => isWithin(date, days));
  });
}

/** @param others of the same vehicle and day */
function passengersNear(ill: RegisterRow, others: readonly RegisterRow[]): DerivedFact[] {
  return others
    .filter((other) => other.subject !== ill.subject && isNear(ill, other))
    .flatMap(({ subject, kind, date, validFrom }) =>
      subject === null ? [] : [{ subject, kind, date, validFrom, validUntil: null }],
    );
}

/**
 * Close contacts, worked out from cases and journeys: within three rows in the same carriage or flight, in the same coach.
 * In slices; the same person and journey may come twice.
 */
export async function* derivedContacts(services: Services, next: NextChange): AsyncGenerator<DerivedFact[]> {
  const { database } = services;
  for await (const ill of illDaysInTurn(services, next)) {
    const subjects = [...ill.keys()].filter((subject) => ill.get(subject)?.length);
    const rows = subjects.length > 0 ? await rowsOfSubjects(database, journeys, subjects) : [];
    for (const journey of journeysWithIt(ill, rows)) {
      yield passengersNear(journey, await rowsOfMatches(database, journeys, [journey.matchKey]));
    }
  }
}
