import { clearsAt } from '@anxing/contract/crowd';
import fc from 'fast-check';

import { nextStep, type Step } from '../../../../api/src/flow/warningGate';

const thresholds = fc.integer({ min: 1, max: 200 });
const crowds = fc.array(fc.integer({ min: 0, max: 260 }), { maxLength: 120 });

/** What a warning does while the number of people changes. */
function follow(threshold: number, numbers: readonly number[]): Step[] {
  let isRaised = false;

  return numbers.map((inside) => {
    const step = nextStep({ threshold, isRaised }, inside);
    isRaised = step === 'stay' ? isRaised : step === 'raise';

    return step;
  });
}

/** Crossings told in another way: at or above the threshold for the first time since enough people had left. */
function crossings(threshold: number, numbers: readonly number[]): number {
  const told = numbers
    .map((inside) => (inside >= threshold ? 'above' : inside <= clearsAt(threshold) ? 'below' : 'between'))
    .filter((place) => place !== 'between');

  return told.filter((place, i) => place === 'above' && told[i - 1] !== 'above').length;
}

test('whatever the numbers, a warning is raised once per crossing and never twice in a row', () => {
  fc.assert(
    fc.property(thresholds, crowds, (threshold, numbers) => {
      const steps = follow(threshold, numbers).filter((step) => step !== 'stay');
      expect(steps.filter((step) => step === 'raise')).toHaveLength(crossings(threshold, numbers));
      expect(steps).toEqual(steps.map((_, i) => (i % 2 === 0 ? 'raise' : 'clear')));
    }),
  );
});

test('swinging around the line is one warning, not twenty-one', () => {
  const swings = Array.from({ length: 42 }, (_, i) => (i % 2 === 0 ? 100 : 95));
  expect(follow(100, swings).filter((step) => step !== 'stay')).toEqual(['raise']);
});

test('it stands after the number at which it was raised, and ends when somebody takes the line away', () => {
  expect(nextStep({ threshold: 100, isRaised: false }, 99)).toBe('stay');
  expect(nextStep({ threshold: 100, isRaised: false }, 100)).toBe('raise');
  expect(nextStep({ threshold: 100, isRaised: true }, 91)).toBe('stay');
  expect(nextStep({ threshold: 100, isRaised: true }, 90)).toBe('clear');
  expect(nextStep({ threshold: null, isRaised: true }, 500)).toBe('clear');
  expect(nextStep({ threshold: null, isRaised: false }, 500)).toBe('stay');
});
