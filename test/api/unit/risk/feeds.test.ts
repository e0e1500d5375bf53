import { assess, withFeeds } from '../../../../api/src/risk/assess';
import { judgeFacts } from '../../../../api/src/risk/judgeFacts';
import { judgeFeeds } from '../../../../api/src/risk/judgeFeeds';
import { at, buildFact, buildFeeds, buildInput, colours, feedRules, hour, now } from './support';

describe('missing and late feeds', () => {
  it.each(['cases', 'contacts', 'arrivals', 'sealed', 'fever', 'medicine'])(
    'make green unknown when %s never delivered',
    (source) => {
      const result = assess(buildInput({ feeds: buildFeeds(now - hour, { [source]: null }) }));

      expect(result).toMatchObject({ colour: 'unknown', reasons: [], asOf: null });
      expect(result.late).toMatchObject([{ source, lastDeliveredAt: null }]);
    },
  );

  it('turn green to unknown exactly when the limit is over', () => {
    const feeds = buildFeeds(now, { fever: now - 35 * hour });
    const limit = now + hour;

    expect(assess(buildInput({ feeds }))).toMatchObject({
      colour: 'green',
      until: limit,
      asOf: now - 35 * hour,
    });
    expect(assess(buildInput({ feeds, now: limit - 1 })).colour).toBe('green');
    expect(assess(buildInput({ feeds, now: limit })).colour).toBe('unknown');
  });

  it('leave orange alone, and name the late source all the same', () => {
    const facts = [buildFact('cases', 'suspected', '2026-03-18', { validUntil: at('2026-03-22') })];
    const result = assess(buildInput({ facts, feeds: [] }));

    expect(result).toMatchObject({ colour: 'orange', until: at('2026-03-22'), asOf: null });
    expect(result.late).toHaveLength(6);
  });

  it('say unknown, not green, when an orange reason ends while a feed is late', () => {
    const facts = [buildFact('sealed', 'resident', '2026-03-01', { validUntil: now })];

    expect(assess(buildInput({ facts, feeds: [] }))).toMatchObject({ colour: 'unknown', until: null });
  });

  it('do not matter where nothing is required', () => {
    const optional = feedRules.map((rule) => ({ ...rule, requiredForGreen: false }));

    expect(assess(buildInput({ feedRules: optional, feeds: [] }))).toMatchObject({
      colour: 'green',
      asOf: null,
      until: null,
    });
  });

  it('can be joined later with the stored verdict of a person', () => {
    const input = buildInput({ facts: [buildFact('fever', 'clinicVisit', '2026-03-01')] });
    const { ruleVersion, ...whole } = assess(input);
    const joined = withFeeds(judgeFacts(input), judgeFeeds(input.feeds, feedRules, now), colours);

    expect(joined).toEqual(whole);
    expect(ruleVersion).toBe(1);
  });
});
