import fc from 'fast-check';

import type { Assessment } from '../../../../api/src/risk/assess';
import { assess } from '../../../../api/src/risk/assess';
import { addDays } from '../../../../api/src/base/days';
import type { Fact, FeedState } from '../../../../api/src/risk/fact';
import { at, buildFeeds, buildInput, day, feedRules, hour, now } from './support';

const kinds = feedRules.flatMap((rule) => rule.kinds.map((kind) => ({ source: rule.source, kind: kind.id })));
const around = fc.integer({ min: now - 40 * day, max: now + 20 * day });
const end = fc.option(around, { nil: null });

const anyFact: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    which: fc.constantFrom(...kinds),
    age: fc.integer({ min: -3, max: 35 }),
    validFrom: around,
    validUntil: end,
    recordedFrom: around,
    weighedAt: around,
    recordedUntil: end,
  })
  .map(({ which, age, ...times }) => ({
    ...which,
    ...times,
    date: addDays('2026-03-20', -age),
    batchId: 'batch',
  }));

const anyFacts = fc
  .array(anyFact, { maxLength: 8 })
  .map((facts) => facts.map((fact, index): Fact => ({ ...fact, id: `fact-${index}` })));

const anyFeeds: fc.Arbitrary<FeedState[]> = fc
  .array(fc.option(fc.integer({ min: now - 3 * day, max: now }), { nil: null }), {
    minLength: 6,
    maxLength: 6,
  })
  .map((deliveries) =>
    buildFeeds(now).map((feed, index) => ({ ...feed, lastDeliveredAt: deliveries[index] ?? null })),
  );

const essence = ({ colour, reasons }: Assessment) => ({ colour, reasons });

describe('for any facts and feeds', () => {
  it('the order of the facts does not matter', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
      ),
    );

    fc.assert(
      fc.property(shuffled, anyFeeds, ([facts, others], feeds) => {
        expect(assess(buildInput({ facts: others, feeds }))).toEqual(assess(buildInput({ facts, feeds })));
      }),
    );
  });

  it('no fact counts outside its own time', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const reason of assess(buildInput({ facts })).reasons) {
          const fact = facts.find((candidate) => candidate.id === reason.factId);

          expect(fact && fact.validFrom <= now && fact.recordedFrom <= now).toBe(true);
          expect(fact?.validUntil ?? Infinity).toBeGreaterThan(now);
          expect(fact?.recordedUntil ?? Infinity).toBeGreaterThan(now);
          expect(reason.until ?? Infinity).toBeGreaterThan(now);
        }
      }),
    );
  });

  it('a later or missing feed never makes anybody green, and never touches orange', () => {
    const sources = feedRules.map((rule) => rule.source);

    fc.assert(
      fc.property(anyFacts, anyFeeds, fc.subarray(sources), (facts, feeds, silent) => {
        const before = assess(buildInput({ facts, feeds }));
        const fewer = feeds.filter((feed) => !silent.includes(feed.source));
        const after = assess(buildInput({ facts, feeds: fewer }));

        expect(after.reasons).toEqual(before.reasons);
        expect(after.colour === 'green').toBe(before.colour === 'green' && fewer.length === feeds.length);
        expect(after.colour === 'orange').toBe(before.colour === 'orange');
      }),
    );
  });

  it('green means: no reason, and every required feed in time', () => {
    fc.assert(
      fc.property(anyFacts, anyFeeds, (facts, feeds) => {
        const { colour, reasons, late } = assess(buildInput({ facts, feeds }));

        expect(colour === 'green').toBe(reasons.length === 0 && late.length === 0);
        expect(colour === 'orange').toBe(reasons.length > 0);
      }),
    );
  });

  it('nothing changes before `until`, and something does at `until`', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });

    fc.assert(
      fc.property(anyFacts, anyFeeds, share, (facts, feeds, part) => {
        const first = assess(buildInput({ facts, feeds }));
        const last = (first.until ?? now + 60 * day) - 1;
        const between = now + Math.floor((last - now) * part);
        const later = (moment: number) => essence(assess(buildInput({ facts, feeds, now: moment })));

        expect(later(between)).toEqual(essence(first));
        expect(later(last)).toEqual(essence(first));

        if (first.until !== null) {
          expect(first.until).toBeGreaterThan(now);
          expect(later(first.until)).not.toEqual(essence(first));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('following `until` ends, and ends without a reason that has an end', () => {
    fc.assert(
      fc.property(anyFacts, anyFeeds, (facts, feeds) => {
        let result = assess(buildInput({ facts, feeds }));

        for (let step = 0; step < 200 && result.until !== null; step += 1) {
          result = assess(buildInput({ facts, feeds, now: result.until }));
        }

        expect(result.until).toBeNull();
        expect(result.reasons.every((reason) => reason.until === null)).toBe(true);
      }),
    );
  });

  it('the same person at the same moment always gets the same answer', () => {
    const facts: Fact[] = [];
    const feeds = buildFeeds(at('2026-03-20') + hour);

    expect(assess(buildInput({ facts, feeds }))).toEqual(assess(buildInput({ facts, feeds })));
  });
});
