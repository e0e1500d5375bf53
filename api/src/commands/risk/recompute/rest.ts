import { setTimeout as sleep } from 'node:timers/promises';

const longestMs = 50;

/**
 * After a slice as much time belongs to everybody else, and to the database, as the slice has taken: who shows a code
 * or passes a door meanwhile should not notice that a whole province is judged anew.
 */
export async function restAfter(ms: number): Promise<void> {
  await sleep(Math.min(ms, longestMs));
}
