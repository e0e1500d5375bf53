import { assess } from '../../../../api/src/risk/assess';
import { at, buildFact, buildFeeds, buildInput, hour, now } from './support';

const orange = (facts: ReturnType<typeof buildFact>[], moment = now) =>
  assess(buildInput({ facts, now: moment, feeds: buildFeeds(moment - hour) }));

describe('the six reasons', () => {
  it('calls a person without any fact green', () => {
    const result = assess(buildInput());

    expect(result).toMatchObject({
      colour: 'green',
      reasons: [],
      late: [],
      asOf: now - hour,
      ruleVersion: 1,
    });
  });

  it.each([
    ['cases', 'confirmed', '属于确诊病例或疑似人员'],
    ['cases', 'suspected', '属于确诊病例或疑似人员'],
    ['contacts', 'train', '属于确诊或疑似人员的可能密切接触者'],
    ['contacts', 'flight', '属于确诊或疑似人员的可能密切接触者'],
    ['contacts', 'coach', '属于确诊或疑似人员的可能密切接触者'],
    ['arrivals', 'arrived', '来自或途经疫情高发地区'],
    ['arrivals', 'passedThrough', '来自或途经疫情高发地区'],
    ['arrivals', 'abnormal', '来自或途经疫情高发地区'],
    ['sealed', 'resident', '居住在实行封闭管理的小区'],
    ['fever', 'clinicVisit', '14 天内有发热门诊就诊记录'],
    ['medicine', 'purchase', '14 天内有购买退烧药品记录'],
  ])('%s/%s turns the code orange and says why, from where and what to do', (source, kind, text) => {
    const fact = buildFact(source, kind, '2026-03-18');
    const { colour, reasons } = orange([fact]);

    expect(colour).toBe('orange');
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({ rule: source, factId: fact.id, source, date: '2026-03-18', text });
    expect(reasons[0]?.sourceName).toMatch(/数据$|记录$/);
    expect(reasons[0]?.advice.length).toBeGreaterThan(10);
    expect(reasons[0]?.appeal).toContain('申诉');
  });

  it.each([
    ['contacts', 'close'],
    ['arrivals', 'arrived'],
    ['fever', 'clinicVisit'],
    ['medicine', 'purchase'],
  ])('%s counts for 14 days: to the end of the 14th day after the event', (source, kind) => {
    const fact = buildFact(source, kind, '2026-03-06');
    const end = at('2026-03-21');
    const before = orange([fact], end - 1);

    expect(before).toMatchObject({ colour: 'orange', until: end });
    expect(before.reasons[0]?.until).toBe(end);
    expect(orange([fact], end)).toMatchObject({ colour: 'green', reasons: [] });
  });

  it('keeps a case, a sealed home and an abnormal arrival orange as long as they last', () => {
    const facts = [
      buildFact('cases', 'confirmed', '2026-01-01'),
      buildFact('sealed', 'resident', '2026-01-01', { validUntil: at('2026-04-01') }),
      buildFact('arrivals', 'abnormal', '2026-01-01'),
    ];
    const { reasons, until } = orange(facts);

    expect(reasons.map((reason) => [reason.rule, reason.until])).toEqual([
      ['cases', null],
      ['arrivals', null],
      ['sealed', at('2026-04-01')],
    ]);
    expect(until).toBe(at('2026-04-01'));
  });

  it('ends with the fact, when the fact ends before its days are over', () => {
    const fact = buildFact('fever', 'clinicVisit', '2026-03-18', { validUntil: at('2026-03-22') });

    expect(orange([fact]).until).toBe(at('2026-03-22'));
    expect(orange([fact], at('2026-03-22')).colour).toBe('green');
  });

  it('does not count what lies in the future, and says when it will', () => {
    const fact = buildFact('sealed', 'resident', '2026-03-21', { recordedFrom: at('2026-03-19') });

    expect(orange([fact])).toMatchObject({ colour: 'green', until: at('2026-03-21') });
    expect(orange([fact], at('2026-03-21')).colour).toBe('orange');
  });

  it('names the kind in words, and shows all reasons of a person', () => {
    const { reasons } = orange([
      buildFact('medicine', 'purchase', '2026-03-15'),
      buildFact('contacts', 'train', '2026-03-12'),
      buildFact('contacts', 'flight', '2026-03-16'),
    ]);

    expect(reasons.map((reason) => reason.kindName)).toEqual([
      '同乘飞机（前后三排）',
      '同乘火车（前后三排）',
      '购买退烧药品',
    ]);
  });

  it('ignores what the person reported, since that rule is off by default', () => {
    expect(orange([buildFact('reports', 'symptom', '2026-03-19')]).colour).toBe('green');
  });
});

describe('decisions of two people', () => {
  const visit = buildFact('fever', 'clinicVisit', '2026-03-18');
  const lift = buildFact('override', 'lift.fever', '2026-03-19', { validUntil: at('2026-03-27') });

  it('lift one reason while they are valid', () => {
    expect(orange([visit, lift])).toMatchObject({ colour: 'green', until: now - hour + 24 * hour });
    expect(orange([visit, lift], at('2026-03-27') - 1).until).toBe(at('2026-03-27'));
    expect(orange([visit, lift], at('2026-03-27')).colour).toBe('orange');
  });

  it('lift no other reason, and nothing that happened or arrived later', () => {
    const purchase = buildFact('medicine', 'purchase', '2026-03-18');
    const laterVisit = buildFact('fever', 'clinicVisit', '2026-03-20');
    const lateRow = buildFact('fever', 'clinicVisit', '2026-03-17', { recordedFrom: at('2026-03-20') });

    expect(orange([visit, lift, purchase]).reasons.map((reason) => reason.rule)).toEqual(['medicine']);
    expect(orange([visit, lift, laterVisit]).reasons.map((reason) => reason.factId)).toEqual([laterVisit.id]);
    expect(orange([visit, lift, lateRow]).reasons.map((reason) => reason.factId)).toEqual([lateRow.id]);
  });

  it('can turn a code orange until they expire', () => {
    const set = buildFact('override', 'set.orange', '2026-03-19', { validUntil: at('2026-03-25') });

    expect(orange([set])).toMatchObject({ colour: 'orange', until: at('2026-03-25') });
  });
});

describe('replay', () => {
  const wrong = buildFact('cases', 'confirmed', '2026-03-10', { recordedUntil: at('2026-03-15') });

  it('forgets a corrected row from the moment of its correction', () => {
    expect(orange([wrong], at('2026-03-15') - 1)).toMatchObject({
      colour: 'orange',
      until: at('2026-03-15'),
    });
    expect(orange([wrong], at('2026-03-15')).colour).toBe('green');
  });

  it('answers as known on that day', () => {
    const asked = { facts: [wrong], now: at('2026-03-14') };

    expect(assess(buildInput({ ...asked, knownAt: at('2026-03-14') })).colour).toBe('orange');
    expect(assess(buildInput({ ...asked, knownAt: at('2026-03-16') })).colour).toBe('green');
  });

  it('answers for a past day with what is known today', () => {
    const late = buildFact('cases', 'confirmed', '2026-03-10', { recordedFrom: at('2026-03-18') });
    const asked = { facts: [late], now: at('2026-03-14') };

    expect(assess(buildInput(asked)).colour).toBe('green');
    expect(assess(buildInput({ ...asked, knownAt: at('2026-03-20') })).colour).toBe('orange');
  });
});
