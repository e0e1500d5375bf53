import colourJson from '../../../../config/colours.json';
import feedJson from '../../../../config/feeds.json';
import riskJson from '../../../../config/risk.json';
import { colourNamed, colourOfId, parseColours } from '../../../../api/src/risk/colours';
import { RiskConfigError } from '../../../../api/src/risk/configError';
import { contrast } from '../../../../api/src/risk/contrast';
import { parseFeedRules } from '../../../../api/src/risk/feedRules';
import { parseRiskRules } from '../../../../api/src/risk/rules';
import { colours, feedRules, rules } from './support';

/** The JSON of a file with one place changed. */
function changed<T>(json: T, change: (copy: T) => void): T {
  const copy = structuredClone(json);
  change(copy);

  return copy;
}

describe('the colours', () => {
  it('are an open list with an id, a word, a shape and a decision each', () => {
    expect(colours.colours.map((colour) => colour.label)).toEqual(['未知', '绿码', '橙码']);
    expect(colourNamed(colours, 'orange')).toMatchObject({ id: 2, shape: 'triangle', decision: 'stop' });
    expect(colourOfId(colours, 1)?.name).toBe('green');
    expect(colourOfId(colours, 99)).toBeUndefined();
    expect(() => colourNamed(colours, 'purple')).toThrow(RangeError);
  });

  it('take a colour that a province adds', () => {
    const yellow = {
      ...colourJson.colours[2],
      id: 3,
      name: 'yellow',
      label: '黄码',
      severity: 15,
      shape: 'square',
    };
    const more = parseColours({ ...colourJson, colours: [...colourJson.colours, yellow] });

    expect(
      parseRiskRules(
        changed(riskJson, (copy) => Object.assign(copy.rules[5] ?? {}, { colour: 'yellow' })),
        more,
      ),
    ).toHaveProperty('rules.5.colour', 'yellow');
  });

  it.each<[string, string, (copy: typeof colourJson) => unknown]>([
    [
      'an id twice',
      'colours[1].id: 0 is used twice',
      (copy) => Object.assign(copy.colours[1] ?? {}, { id: 0 }),
    ],
    ['an id over one byte', 'colours[1].id', (copy) => Object.assign(copy.colours[1] ?? {}, { id: 256 })],
    [
      'a name twice',
      'colours[2].name: green',
      (copy) => Object.assign(copy.colours[2] ?? {}, { name: 'green' }),
    ],
    [
      'a severity twice',
      'colours[2].severity',
      (copy) => Object.assign(copy.colours[2] ?? {}, { severity: 10 }),
    ],
    [
      'a pale colour',
      'too pale on white',
      (copy) => Object.assign(copy.colours[2] ?? {}, { background: '#ffa940' }),
    ],
    ['unreadable ink', 'colours[1].ink', (copy) => Object.assign(copy.colours[1] ?? {}, { ink: '#003300' })],
    ['no such clear colour', "clear: no colour is called 'blue'", (copy) => (copy.clear = 'blue')],
    ['unknown as clear', 'unknown: must differ from clear', (copy) => (copy.unknown = 'green')],
    [
      'a milder colour',
      'clear: must have the lowest',
      (copy) => Object.assign(copy.colours[0] ?? {}, { severity: -5 }),
    ],
    ['an unknown field', 'colours[0]', (copy) => Object.assign(copy.colours[0] ?? {}, { glow: true })],
    [
      'an unknown decision',
      'decision',
      (copy) => Object.assign(copy.colours[0] ?? {}, { decision: 'maybe' }),
    ],
  ])('refuse %s', (_what, message, change) => {
    expect(() => parseColours(changed(colourJson, change))).toThrow(message);
  });

  it('measure contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('the feeds', () => {
  it('are the six sources, each with its owner and its promise, and the platform’s own rows', () => {
    const required = feedRules.filter((feed) => feed.requiredForGreen);

    expect(required.map((feed) => [feed.source, feed.promised, feed.delivery])).toEqual([
      ['cases', 'realTime', 'incremental'],
      ['contacts', 'realTime', 'incremental'],
      ['arrivals', 'daily', 'full'],
      ['sealed', 'daily', 'full'],
      ['fever', 'daily', 'incremental'],
      ['medicine', 'daily', 'incremental'],
    ]);
  });

  it.each<[string, string, (copy: typeof feedJson) => unknown]>([
    [
      'a source twice',
      'feeds[1].source: cases',
      (copy) => Object.assign(copy.feeds[1] ?? {}, { source: 'cases' }),
    ],
    [
      'a kind twice',
      'feeds[0].kinds[1].id',
      (copy) => Object.assign(copy.feeds[0]?.kinds[1] ?? {}, { id: 'confirmed' }),
    ],
    [
      'required without a limit',
      'feeds[0].lateAfterHours',
      (copy) => Object.assign(copy.feeds[0] ?? {}, { lateAfterHours: null }),
    ],
    [
      'own rows as required',
      'feeds[6] (tests)',
      (copy) => Object.assign(copy.feeds[6] ?? {}, { requiredForGreen: true }),
    ],
    [
      'a negative limit',
      'feeds[2].lateAfterHours',
      (copy) => Object.assign(copy.feeds[2] ?? {}, { lateAfterHours: -1 }),
    ],
  ])('refuse %s', (_what, message, change) => {
    expect(() => parseFeedRules(changed(feedJson, change))).toThrow(message);
  });
});

describe('the rules', () => {
  it('name levels above the lowest one only', () => {
    const levels = ['sporadic', 'cluster'];
    const about = (level: string) =>
      changed(riskJson, (copy) =>
        Object.assign(copy.rules[0] ?? {}, { when: [{ regionLevels: [level], days: 14 }] }),
      );

    expect(() => parseRiskRules(about('cluster'), colours, feedRules, levels)).not.toThrow();
    expect(() => parseRiskRules(about('none'), colours, feedRules, levels)).toThrow(
      "rules[0].when[0].regionLevels: no level is called 'none'",
    );
  });

  it('are the six reasons, a positive test, another province’s word, a decision of two people, and the self-report, off', () => {
    expect(rules.rules.map((rule) => [rule.id, rule.enabled])).toEqual([
      ['cases', true],
      ['contacts', true],
      ['arrivals', true],
      ['sealed', true],
      ['fever', true],
      ['medicine', true],
      ['positiveTest', true],
      ['national', true],
      ['manual', true],
      ['selfReport', false],
    ]);
  });

  it.each<[string, string, (copy: typeof riskJson) => unknown]>([
    [
      'an unknown colour',
      "rules[1].colour: rule 'contacts' names 'purple'",
      (copy) => Object.assign(copy.rules[1] ?? {}, { colour: 'purple' }),
    ],
    [
      'a rule that makes green',
      "rules[1].colour: rule 'contacts' gives 'green'",
      (copy) => Object.assign(copy.rules[1] ?? {}, { colour: 'green' }),
    ],
    [
      'an id twice',
      'rules[1].id: cases is used twice',
      (copy) => Object.assign(copy.rules[1] ?? {}, { id: 'cases' }),
    ],
    ['no condition', 'rules[4].when', (copy) => Object.assign(copy.rules[4] ?? {}, { when: [] })],
    ['no advice', 'rules[4].advice', (copy) => Object.assign(copy.rules[4] ?? {}, { advice: '' })],
    [
      'half a day',
      'rules[4].when[0].lasts',
      (copy) => Object.assign(copy.rules[4]?.when[0] ?? {}, { lasts: { days: 0.5 } }),
    ],
    [
      'a source that does not exist',
      "rules[0].when[0].source: no feed is called 'rumours'",
      (copy) => Object.assign(copy.rules[0]?.when[0] ?? {}, { source: 'rumours' }),
    ],
    [
      'a kind that does not exist',
      "'cases' has no kind 'cured'",
      (copy) => Object.assign(copy.rules[0]?.when[0] ?? {}, { kinds: ['cured'] }),
    ],
    ['version zero', 'version', (copy) => (copy.version = 0)],
  ])('refuse %s', (_what, message, change) => {
    expect(() => parseRiskRules(changed(riskJson, change), colours, feedRules)).toThrow(message);
  });

  it('report every wrong place, not the first', () => {
    const wrong = changed(riskJson, (copy) => copy.rules.forEach((rule) => (rule.colour = 'purple')));

    try {
      parseRiskRules(wrong, colours);
      throw new Error('accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(RiskConfigError);
      expect(error).toHaveProperty('problems.length', riskJson.rules.length);
    }
  });

  it('refuse what is not an object at all', () => {
    expect(() => parseRiskRules('green for all', colours)).toThrow('the whole file');
  });
});
