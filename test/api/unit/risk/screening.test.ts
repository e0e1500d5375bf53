import fc from 'fast-check';

import screeningJson from '../../../../config/screening.json';
import { addDays, dayOf } from '../../../../api/src/base/days';
import { RiskConfigError } from '../../../../api/src/risk/configError';
import { dueDayOf, dutiesOf, stateOf } from '../../../../api/src/risk/screening/dutiesOf';
import { parseScreening } from '../../../../api/src/risk/screening/screeningRules';
import { parseRiskRules } from '../../../../api/src/risk/rules';
import riskJson from '../../../../config/risk.json';
import { at, buildFact, buildInput, colours, day, feedRules, hour, zone } from './support';
import { assess } from '../../../../api/src/risk/assess';

const factDays = 180;
const screening = parseScreening(screeningJson, feedRules, factDays);

function change({ groups }: typeof screeningJson, index: number, values: object): void {
  Object.assign(groups[index] ?? {}, values);
}

describe('the groups', () => {
  it('are eight that must be tested and four of which some are', () => {
    const of = (duty: string) => screening.groups.filter((group) => group.duty === duty);

    expect(of('required')).toHaveLength(8);
    expect(of('sampled').map(({ name }) => name)).toEqual([
      '社区防控工作人员和志愿者',
      '母婴服务从业人员',
      '公共交通从业人员',
      '复学学生',
    ]);
  });

  it.each<[string, string, (copy: typeof screeningJson) => unknown]>([
    [
      'twice',
      'groups[1].id: closeContacts is used twice',
      (copy) => change(copy, 1, { id: 'closeContacts' }),
    ],
    ['unknown', "groups: 'screening' has no kind 'guests'", (copy) => change(copy, 1, { id: 'guests' })],
    [
      'missing',
      "the kind 'returningStudents' of the feed 'screening' is missing",
      (copy) => copy.groups.pop(),
    ],
    ['unknown tests', "tests: 'tests' has no kind 'none'", (copy) => (copy.tests.kinds = ['none'])],
    ['no such feed', "tests: no feed is called 'trials'", (copy) => (copy.tests.source = 'trials')],
    [
      'too long',
      'intervalDays must be below factDays',
      (copy) => change(copy, 0, { intervalDays: factDays }),
    ],
    ['always reminded', 'remindDaysBefore must be below', (copy) => change(copy, 0, { remindDaysBefore: 3 })],
    ['no days', 'groups[0].intervalDays', (copy) => change(copy, 0, { intervalDays: 0 })],
    ['another duty', 'groups[0].duty', (copy) => change(copy, 0, { duty: 'wished' })],
  ])('are refused: %s', (_name, text, spoil) => {
    const copy = structuredClone(screeningJson);
    spoil(copy);

    expect(() => parseScreening(copy, feedRules, factDays)).toThrow(RiskConfigError);
    expect(() => parseScreening(copy, feedRules, factDays)).toThrow(text);
  });
});

describe('the last day for the next test', () => {
  it.each<[string, string, number | null, string]>([
    ['never tested: the day on which the list begins', '2026-11-01', null, '2026-11-01'],
    ['tested: so many days after it', '2026-11-01', at('2026-11-10', 8), '2026-11-17'],
    ['the day counts, not the hour', '2026-11-01', at('2026-11-10', 23.5), '2026-11-17'],
    ['tested shortly before the list begins', '2026-11-01', at('2026-10-30'), '2026-11-06'],
    ['tested long before: not before the list begins', '2026-11-01', at('2026-09-01'), '2026-11-01'],
  ])('%s', (_name, listedOn, lastTestAt, due) => {
    expect(dueDayOf({ listedOn, lastTestAt }, { intervalDays: 7 }, zone)).toBe(due);
  });

  it('is never before the list begins, nor sooner than the interval after a test', () => {
    const days = fc.integer({ min: 0, max: 2_000 }).map((some) => addDays('2024-01-01', some));
    const instants = fc.integer({ min: at('2024-01-01'), max: at('2029-01-01') });
    fc.assert(
      fc.property(
        days,
        fc.option(instants),
        fc.integer({ min: 1, max: 90 }),
        (listedOn, tested, intervalDays) => {
          const due = dueDayOf({ listedOn, lastTestAt: tested }, { intervalDays }, zone);
          const next = tested === null ? listedOn : addDays(dayOf(tested, zone), intervalDays);

          expect(due >= listedOn && due >= next).toBe(true);
          expect([listedOn, next]).toContain(due);
        },
      ),
    );
  });

  it.each([
    ['2026-11-16', 'overdue'],
    ['2026-11-17', 'soon'],
    ['2026-11-19', 'soon'],
    ['2026-11-20', 'onTime'],
  ])('%s, seen on the 17th with two days before: %s', (due, state) => {
    expect(stateOf(due, { remindDaysBefore: 2 }, '2026-11-17')).toBe(state);
  });
});

describe('what follows from facts', () => {
  const now = at('2026-11-20', 12);
  const listed = (kind: string, date: string, more = {}) => buildFact('screening', kind, date, more);
  const tested = (date: string, more = {}) => buildFact('tests', 'nucleicNegative', date, more);
  const follow = (...facts: ReturnType<typeof buildFact>[]) =>
    dutiesOf(facts, screening, { now, zone }).map(({ group, listing, lastTestAt, dueOn }) => [
      group.id,
      listing.date,
      lastTestAt,
      dueOn,
    ]);

  it('nothing without a list, whatever was tested', () => {
    expect(follow(tested('2026-11-19'))).toEqual([]);
  });

  it('each group by itself, the earliest listing of each', () => {
    expect(
      follow(
        listed('medicalStaff', '2026-11-05'),
        listed('medicalStaff', '2026-11-01'),
        listed('schoolStaff', '2026-10-01'),
        tested('2026-11-12'),
        tested('2026-11-15'),
      ),
    ).toEqual([
      ['medicalStaff', '2026-11-01', at('2026-11-15'), '2026-11-22'],
      ['schoolStaff', '2026-10-01', at('2026-11-15'), '2026-11-29'],
    ]);
  });

  it('positive results count, antibodies and what was taken back do not', () => {
    expect(
      follow(
        listed('medicalStaff', '2026-11-01'),
        buildFact('tests', 'nucleicPositive', '2026-11-03'),
        buildFact('tests', 'antibodyNegative', '2026-11-10'),
        tested('2026-11-15', { recordedUntil: now - hour }),
        tested('2026-11-16', { recordedFrom: now + hour }),
      ),
    ).toEqual([['medicalStaff', '2026-11-01', at('2026-11-03'), '2026-11-10']]);
  });

  it('nothing from a list that has ended, was replaced, or is yet to come', () => {
    expect(
      follow(
        listed('medicalStaff', '2026-11-01', { validUntil: at('2026-11-20') }),
        listed('schoolStaff', '2026-11-01', { recordedUntil: now }),
        listed('portWorkers', '2026-11-21'),
      ),
    ).toEqual([]);
    expect(follow(listed('medicalStaff', '2026-11-01', { validUntil: at('2026-11-21') }))).toHaveLength(1);
  });

  it('and no colour, whatever the group', () => {
    const facts = screening.groups.map(({ id }) => listed(id, '2026-03-01'));
    const plain = assess(buildInput());

    expect(assess(buildInput({ facts }))).toEqual(plain);
    expect(plain).toMatchObject({ colour: 'green', asOf: expect.any(Number) });
  });

  it('which no rule can change', () => {
    const copy = structuredClone(riskJson);
    const when = [{ source: 'screening', kinds: ['medicalStaff'], lasts: 'whileValid' }];
    Object.assign(copy.rules[0] ?? {}, { when });

    expect(() => parseRiskRules(copy, colours, feedRules)).toThrow("no rule may ask for 'screening'");
  });

  it('a day is a day of the zone', () => {
    const late = at('2026-11-10', 0) - hour;
    expect(dueDayOf({ listedOn: '2026-11-01', lastTestAt: late }, { intervalDays: 1 }, zone)).toBe(
      '2026-11-10',
    );
    expect(dueDayOf({ listedOn: '2026-11-01', lastTestAt: late + day }, { intervalDays: 1 }, zone)).toBe(
      '2026-11-11',
    );
  });
});
