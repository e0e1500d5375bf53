import { House } from './house.mjs';

/**
 * Breaks something again and again while people go on, and closes the books after each time.
 * @param {import('./runFaults.mjs').Context} context
 * @param {Parameters<typeof House.open>[1]} wish
 * @param {(house: House, round: number) => Promise<unknown>} harm does it, and mends it
 * @returns the books at the end, or those of the first round that does not agree
 */
export async function withRounds({ place, rounds, onRound }, wish, harm) {
  const house = await House.open(place, wish);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      house.phones.start();
      await harm(house, round);
      const books = round < rounds ? await house.closeRound() : await house.closeBooks();
      onRound(round, books);
      if (books.faults.length > 0 || round === rounds) {
        return { ...books, rounds: round, ledger: house.phones.ledger.summary() };
      }
    }

    throw new Error('no rounds');
  } finally {
    await house.close();
  }
}
