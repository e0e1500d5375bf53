import type { CounterReasons, OwnReason, OwnReasons } from '@anxing/contract/reasons';

export type ToldColour = 'green' | 'orange' | 'unknown';

const dayMs = 86_400_000;

const sources = [
  '发热门诊就诊记录',
  '密切接触者名单',
  '封控小区名单',
  '确诊病例',
  '购药登记',
  '省外来返人员',
];

function reasonsAt(now: number): OwnReason[] {
  return [
    {
      rule: 'fever',
      colour: 'orange',
      text: '14 天内有发热门诊就诊记录',
      advice: '请尽快做一次核酸检测，结果为阴性后自动恢复。',
      appeal: '如与事实不符，可在“申诉”中说明情况并上传证明材料。',
      kindName: '发热门诊就诊',
      sourceName: '发热门诊就诊记录',
      owner: '省卫健委',
      deliveredBy: '示例市第一医院',
      date: '2026-11-20',
      recordedAt: now - dayMs,
      until: now + 12 * dayMs,
      appealId: null,
    },
    {
      rule: 'sealed',
      colour: 'orange',
      text: '居住在封控小区',
      advice: '请按社区要求居家，不要外出。',
      appeal: '如已不在该小区居住，可在“申诉”中说明现住址并上传证明材料。',
      kindName: '封控小区居民',
      sourceName: '封控小区名单',
      owner: '省疾控中心',
      deliveredBy: '示例区疾控中心',
      date: '2026-11-18',
      recordedAt: now - 2 * dayMs,
      until: null,
      appealId: 'appeal-1',
    },
  ];
}

function ownAt(colour: ToldColour, now: number): OwnReasons {
  const lateSource = { sourceName: '购药登记', owner: '省药监局', lastDeliveredAt: now - 3 * dayMs };

  return {
    colour,
    reasons: colour === 'orange' ? reasonsAt(now) : [],
    asOf: now - 3_600_000,
    checked: sources,
    late: colour === 'unknown' ? [lateSource] : [],
    ruleVersion: 3,
    until: null,
    serverTime: now,
  };
}

/** What a counter is told of somebody. */
export function explained(name: string, colour: ToldColour, now: number): CounterReasons {
  return { name: `**${name.slice(-1)}`, own: ownAt(colour, now) };
}
