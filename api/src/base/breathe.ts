import { setImmediate } from 'node:timers/promises';

/**
 * Lets everybody else have a turn. Work on SQLite never waits for anything, so that a long loop over it would hold up
 * every request: it must breathe between its slices, which take 20 ms at most.
 */
export function breathe(): Promise<void> {
  return setImmediate();
}
