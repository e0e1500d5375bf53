import { setTimeout as sleep } from 'node:timers/promises';

const interval = 50;

/**
 * Repeats a check until it passes.
 * @param patience ms
 * @throws what the check threw last
 */
export async function eventually<T>(check: () => T | Promise<T>, patience = 10_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= until) {
        throw error;
      }
      await sleep(interval);
    }
  }
}
