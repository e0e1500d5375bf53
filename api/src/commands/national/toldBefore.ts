import type { NationalCode } from '../../models/nationalCode';
import type { NationalStatement } from '../../providers/national/national';
import { endOf } from './endOf';

/** What a province said last. */
export interface Told {
  colour: NationalStatement['colour'];
  /** ms */
  statedAt: number;
  /** ms: how long the record of it counts, which is not made anew each time that the same is told again. */
  until: number;
}

/** The severer one of two of the same moment counts, whichever came first. */
const severity = { unknown: 0, green: 1, yellow: 2, red: 3 } as const;

/** What each province (six digits) said last; rows from before this was kept know of the last one alone. */
export function toldBefore({ told, province, colour, statedAt, untilAt }: NationalCode): Map<string, Told> {
  // A row that is just being made has none of this.
  if (told) {
    return new Map(Object.entries(JSON.parse(told) as Record<string, Told>));
  }
  const isNone = !province || !colour || colour === 'unknown';
  const only = { colour: colour ?? 'unknown', statedAt: Number(statedAt), until: Number(untilAt) };

  return new Map(isNone ? [] : [[province, only]]);
}

/** As it is stored: without what is over. @param now ms */
export function storedTold(told: ReadonlyMap<string, Told>, now: number): string {
  return JSON.stringify(Object.fromEntries([...told].filter(([, one]) => endOf(one) > now)));
}

/** Whether a statement is outdated by what the same province said before. @param now ms */
export function isOutdated(statement: NationalStatement, before: Told | undefined, now: number): boolean {
  if (before === undefined || endOf(before) <= now) {
    return false;
  }
  const isSevererNow = severity[statement.colour] >= severity[before.colour];

  return statement.statedAt < before.statedAt || (statement.statedAt === before.statedAt && !isSevererNow);
}
