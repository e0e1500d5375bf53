import fc from 'fast-check';

import riskJson from '../../../../config/risk.json';
import { assess } from '../../../../api/src/risk/assess';
import { parseRiskRules } from '../../../../api/src/risk/rules';
import { at, buildFact, buildFeeds, buildInput, colours, feedRules, hour } from './support';

/** Rules as a province could write them: an arrival is lifted by a negative test made 7 days later, for 3 days. */
const provinceRules = parseRiskRules(
  {
    version: 7,
    rules: [
      {
        ...riskJson.rules.find((rule) => rule.id === 'arrivals'),
        exemptions: [{ source: 'tests', kinds: ['nucleicNegative'], daysAfter: 7, maxAgeDays: 3 }],
      },
      {
        ...riskJson.rules.find((rule) => rule.id === 'fever'),
        when: [{ source: 'fever', kinds: ['clinicVisit'], minAgeDays: 2, lasts: { days: 5 } }],
      },
    ],
  },
  colours,
  feedRules,
);

const colourAt = (facts: ReturnType<typeof buildFact>[], now: number) =>
  assess(buildInput({ facts, now, rules: provinceRules, feeds: buildFeeds(now - hour) }));

describe('an exemption by a test', () => {
  const arrival = buildFact('arrivals', 'arrived', '2026-03-10');
  const test = (date: string) => buildFact('tests', 'nucleicNegative', date);

  it('lifts the reason for its days only', () => {
    const facts = [arrival, test('2026-03-17')];

    expect(colourAt(facts, at('2026-03-17') - 1)).toMatchObject({
      colour: 'orange',
      until: at('2026-03-17'),
    });
    expect(colourAt(facts, at('2026-03-17')).colour).toBe('green');
    expect(colourAt(facts, at('2026-03-21') - 1).colour).toBe('green');
    expect(colourAt(facts, at('2026-03-21'))).toMatchObject({ colour: 'orange', ruleVersion: 7 });
  });

  it('does not lift when it was made too early', () => {
    expect(colourAt([arrival, test('2026-03-16')], at('2026-03-17')).colour).toBe('orange');
  });
});

describe('a condition with a minimum age', () => {
  it('counts from that day through its last day', () => {
    const facts = [buildFact('fever', 'clinicVisit', '2026-03-10')];

    expect(colourAt(facts, at('2026-03-12') - 1)).toMatchObject({ colour: 'green', until: at('2026-03-12') });
    expect(colourAt(facts, at('2026-03-12'))).toMatchObject({ colour: 'orange', until: at('2026-03-16') });
    expect(colourAt(facts, at('2026-03-16')).colour).toBe('green');
  });
});

describe('an exemption by a test of the same day', () => {
  const sameDay = parseRiskRules(
    {
      version: 8,
      rules: ['positiveTest', 'fever'].map((id) => ({
        ...riskJson.rules.find((rule) => rule.id === id),
        exemptions: [{ source: 'tests', kinds: ['nucleicNegative'], daysAfter: 0 }],
      })),
    },
    colours,
    feedRules,
  );
  const date = '2026-03-10';
  const tested = (kind: string, hours: number, on = date) =>
    buildFact('tests', kind, on, { validFrom: at(on, hours), recordedFrom: at(on, 23) });
  const positive = tested('nucleicPositive', 20);
  const negative = (hours: number, on = date) => tested('nucleicNegative', hours, on);
  const told = (...facts: ReturnType<typeof buildFact>[]) => {
    const { colour, until } = assess(
      buildInput({ facts, now: at('2026-03-12'), rules: sameDay, feeds: buildFeeds(at('2026-03-12')) }),
    );

    return { colour, until };
  };

  it.each([8, 19.9])(
    'does not lift when it was taken %d hours into the day, and the other later',
    (hours) => {
      expect(told(positive, negative(hours))).toEqual(told(positive));
      expect(told(positive).colour).toBe('orange');
    },
  );

  it('ends nothing early on its own day', () => {
    const facts = [negative(8), positive];
    const input = { facts, now: at(date, 23), rules: sameDay, feeds: buildFeeds(at(date, 22)) };
    expect(assess(buildInput(input))).toMatchObject({ colour: 'orange', until: at('2026-03-25') });
  });

  it.each([20, 21])('lifts when it was taken at %d, or on a later day at any time', (hours) => {
    expect(told(positive, negative(hours)).colour).toBe('green');
    expect(told(positive, negative(8, '2026-03-11')).colour).toBe('green');
  });

  it('lifts what is known by its day alone, whenever it was taken, and so does one without a time', () => {
    expect(told(buildFact('fever', 'clinicVisit', date), negative(8)).colour).toBe('green');
    expect(told(positive, negative(0)).colour).toBe('green');
  });

  it('lifts for any minutes what a plain reading says', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const day = fc.constantFrom('2026-03-09', '2026-03-10', '2026-03-11');
    fc.assert(
      fc.property(day, minute, minute, (on, tookAt, ofPositive) => {
        const facts = [
          tested('nucleicPositive', ofPositive / 60),
          tested('nucleicNegative', tookAt / 60, on),
        ];
        const isLater = on > date || (on === date && (tookAt === 0 || tookAt >= ofPositive));
        expect(told(...facts).colour).toBe(isLater ? 'green' : 'orange');
      }),
    );
  });
});
