import { setTimeout as sleep } from 'node:timers/promises';

/** People who are judged in a second while the service is in use: a million take four minutes. */
const perSecond = 4_200;
const longestMs = 1_000;

/** What of a slice's fair time is left. */
function spareMs(people: number, tookMs: number): number {
  return (people / perSecond) * 1_000 - tookMs;
}

/** As long as the work before it took: half of the time at least is everybody else's. */
export async function restAsLong(tookMs: number): Promise<void> {
  await sleep(Math.min(tookMs, longestMs));
}

/** For each ms of a slice so many belong to everybody else. */
const restFor = 2;

/**
 * After a slice time belongs to everybody else, and to the database: twice as much as the slice has taken, and as much as
 * keeps the pace. Many small slices far apart are hardly noticed by who shows a code or passes a door meanwhile.
 */
export async function restAfter(tookMs: number, people: number): Promise<void> {
  await sleep(Math.min(Math.max(tookMs * restFor, spareMs(people, tookMs)), longestMs));
}
