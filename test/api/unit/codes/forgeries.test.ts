import { forgeries } from '../../../support/forgery/forgeries';
import { tryForgeries } from '../../../support/forgery/tryForgeries';

test('of forged codes and requests of every kind none is taken, and every genuine one is', async () => {
  const count = forgeries.length * 100;
  const tally = await tryForgeries(count);
  expect(tally).toMatchObject({ tried: count, taken: {}, refused: 0 });
  expect(tally.genuine).toBeGreaterThan(100);
});
