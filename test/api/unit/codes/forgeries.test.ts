import { randomBytes } from 'node:crypto';

import { forgeries, isTakenAs } from '../../../support/forgery/forgeries';
import { buildScene } from '../../../support/forgery/scene';
import { passSignedBy } from '../../../support/forgery/texts';
import { tryForgeries } from '../../../support/forgery/tryForgeries';

test('of forged codes and requests of every kind none is taken, and every genuine one is', async () => {
  const count = forgeries.length * 100;
  const tally = await tryForgeries(count);
  expect(tally).toMatchObject({ tried: count, taken: {}, refused: 0 });
  expect(Object.values(tally.kinds)).toEqual(forgeries.map(() => 100));
  expect(tally.genuine).toBeGreaterThan(100);
});

test('a pass that is made this way is refused for its key alone: with ours it is taken', () => {
  const scene = buildScene(Date.now());
  const { codeKeys, foreign, now } = scene;
  const content = { reference: randomBytes(8), now, step: 7 };
  expect(isTakenAs('pass', scene, passSignedBy(codeKeys.current, content))).toBe(true);
  expect(isTakenAs('pass', scene, passSignedBy(foreign.code, content))).toBe(false);
});
