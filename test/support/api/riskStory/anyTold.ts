import fc from 'fast-check';

import { fullSources, type StorySource, type Told, type ToldBatch, type ToldRow } from './told';

/** So few people, vehicles and communities that they meet. */
export const peopleCount = 5;
const placeCount = 2;

const person = fc.nat(peopleCount - 1);
const ago = fc.integer({ min: 0, max: 18 });
const until = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });

function about(kinds: readonly string[], end: fc.Arbitrary<number | null> = fc.constant(null)) {
  return fc.record({ person, kind: fc.constantFrom(...kinds), ago, until: end });
}

const rows: Record<StorySource, fc.Arbitrary<object>> = {
  cases: about(['confirmed', 'suspected'], until),
  contacts: about(['train', 'close'], until),
  fever: about(['clinicVisit']),
  medicine: about(['purchase', 'other']),
  tests: about(['nucleicPositive', 'nucleicNegative']),
  arrivals: about(['arrived', 'passedThrough', 'abnormal'], until),
  journeys: fc
    .record({
      person,
      kind: fc.constantFrom('train', 'flight', 'coach'),
      vehicle: fc.nat(placeCount - 1),
      carriage: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
      row: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
      ago: fc.integer({ min: 0, max: 2 }),
    })
    .map((journey) => (journey.kind === 'train' ? journey : { ...journey, carriage: null })),
  households: fc.record({
    person,
    community: fc.nat(placeCount - 1),
    building: fc.option(fc.nat(1), { nil: null }),
  }),
  sealed: fc.record({
    community: fc.nat(placeCount - 1),
    building: fc.option(fc.nat(1), { nil: null }),
    ago: fc.integer({ min: -2, max: 6 }),
    // Not before it begins.
    until: fc.option(fc.integer({ min: 2, max: 20 }), { nil: null }),
  }),
};

/** A few deliveries of one source; later ones withdraw what earlier ones may have told. */
function batchesOf(source: StorySource): fc.Arbitrary<ToldBatch[]> {
  const isFull = fullSources.includes(source);
  const list = fc.array(rows[source], { maxLength: 4 });

  return fc
    .tuple(
      fc.array(list, { maxLength: 3, size: 'max' }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    )
    .map(([lists, coins]) =>
      lists.map((told, batch) => {
        const earlier = lists.slice(0, batch).flat();
        const withdrawn = isFull ? [] : earlier.filter((_row, at) => coins[at % coins.length]);

        return {
          source,
          rows: [
            ...told.map((row) => ({ ...row, operation: 'add' }) as ToldRow),
            ...withdrawn.map((row) => ({ ...row, operation: 'withdraw' }) as ToldRow),
          ],
        };
      }),
    );
}

/** What all sources tell. */
export const anyTold: fc.Arbitrary<Told> = fc
  .tuple(...(Object.keys(rows) as StorySource[]).map(batchesOf))
  .map((all) => all.flat());
