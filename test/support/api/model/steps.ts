import fc from 'fast-check';

import type { Direction } from '@anxing/contract/visits';

/** What may happen around a few places; people and points by their number. */
export type Step =
  | { kind: 'visit'; person: number; point: number; direction: Direction }
  | { kind: 'scan'; person: number; point: number; direction: Direction; hasFever: boolean }
  /** Leaves by the passage with which somebody came in last. */
  | { kind: 'leave'; person: number }
  /** Several people come in at the same moment. */
  | { kind: 'together'; people: number[]; point: number }
  /** Sends one of the requests so far once more. */
  | { kind: 'repeat'; which: number }
  | { kind: 'automaticLeave' }
  | { kind: 'wait'; minutes: number };

export const peopleCount = 4;
export const pointCount = 4;

const person = fc.nat(peopleCount - 1);
const point = fc.nat(pointCount - 1);
const direction = fc.constantFrom<Direction>('in', 'in', 'out');

const visit = fc.record({ kind: fc.constant('visit' as const), person, point, direction });
const scan = fc.record({
  kind: fc.constant('scan' as const),
  person,
  point,
  direction,
  hasFever: fc.constantFrom(false, false, true),
});
const leave = fc.record({ kind: fc.constant('leave' as const), person });
const together = fc.record({
  kind: fc.constant('together' as const),
  people: fc.uniqueArray(person, { minLength: 2 }),
  point,
});
const repeat = fc.record({ kind: fc.constant('repeat' as const), which: fc.nat(20) });
const automaticLeave = fc.record({ kind: fc.constant('automaticLeave' as const) });
const wait = fc.record({
  kind: fc.constant('wait' as const),
  minutes: fc.constantFrom(1, 30, 120, 240, 300),
});

/** All of it lies within the 72 hours in which a request may be repeated. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: visit },
    { weight: 5, arbitrary: scan },
    { weight: 2, arbitrary: leave },
    { weight: 2, arbitrary: together },
    { weight: 3, arbitrary: repeat },
    { weight: 2, arbitrary: automaticLeave },
    { weight: 3, arbitrary: wait },
  ),
  { minLength: 4, maxLength: 14 },
);
