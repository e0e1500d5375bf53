import { isDuplicate } from '../storage/databaseErrors';

const attempts = 3;

/** Runs work that draws random numbers under a unique key: one in use is met rarely, and then another is drawn. */
export async function withFreshNumbers<T>(work: () => Promise<T>): Promise<T> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isDuplicate(error)) {
        throw error;
      }
    }
  }
}
