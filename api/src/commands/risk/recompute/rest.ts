import { setTimeout as sleep } from 'node:timers/promises';

/** People who are judged in a second while the service is in use: a million take four minutes. */
const perSecond = 4_200;
const longestMs = 1_000;

/** What of a slice's fair time is left. */
function spareMs(people: number, tookMs: number): number {
  return (people / perSecond) * 1_000 - tookMs;
}

/**
 * After a slice time belongs to everybody else, and to the database: at least as much as the slice has taken, and as much
 * as keeps the pace. Who shows a code or passes a door meanwhile should notice as little as can be.
 */
export async function restAfter(tookMs: number, people: number): Promise<void> {
  await sleep(Math.min(Math.max(tookMs, spareMs(people, tookMs)), longestMs));
}
