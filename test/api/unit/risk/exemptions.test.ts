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
