import type { AccessItem, Me, MessageItem, PersonalCode, Reason, TrailItem } from '@anxing/contract/me';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import type { PosterPlace, VisitAnswer } from '@anxing/contract/visits';

/** A token of the right form. */
export const posterToken = 'AQpoint0001serial01check0000001';

/** 119 characters, as long as the real personal code. */
export const personalQr = `AX1:${'Fk3xZ9-Lq_0aB7cD2eG4hJ6mN8pR1sT5'.repeat(4).slice(0, 115)}`;

export function sampleConfig(now: number): PublicConfig {
  return {
    mode: 'demo',
    brand: {
      name: '安行码',
      shortName: '安行码',
      province: '示例省',
      operator: '示例省数据管理局',
      hotline: '400-000-0000',
      hotlineHours: '8:00–12:00，14:00–18:00',
      primary: '#0b57b7',
    },
    zone: 'Asia/Shanghai',
    consentVersion: '2026-11',
    colours: [
      {
        name: 'unknown',
        label: '未知',
        word: '核验中',
        shape: 'ring',
        background: '#5b6470',
        ink: '#ffffff',
        decision: 'ask',
      },
      {
        name: 'green',
        label: '绿码',
        word: '核验通过',
        shape: 'circle',
        background: '#237804',
        ink: '#ffffff',
        decision: 'allow',
      },
      {
        name: 'orange',
        label: '橙码',
        word: '核验不通过',
        shape: 'triangle',
        background: '#ad4e00',
        ink: '#ffffff',
        decision: 'stop',
      },
    ],
    categories: [],
    divisions: [
      { code: '350000', name: '福建省' },
      { code: '350100', name: '福州市' },
      { code: '440000', name: '广东省' },
    ],
    idCardReasons: [{ id: 'noPhone', name: '没有手机' }],
    passReasons: [{ id: 'errand', name: '购物办事' }],
    overrideReasons: [{ id: 'checked', name: '已当面核实', decision: 'allow', fever: false }],
    feverFrom: 37.3,
    services: [
      { id: 'epidemic', name: '疫情服务', link: 'https://services.example/epidemic' },
      { id: 'bus', name: '去乘车', link: 'https://services.example/bus' },
      { id: 'pharmacy', name: '去买药', link: 'https://services.example/pharmacy' },
      { id: 'family', name: '为家人申领', link: 'page:family' },
    ],
    serverTime: now,
  };
}

export function sampleMe(parts: Partial<Me> = {}): Me {
  return {
    level: 4,
    phone: '138****0001',
    name: '*文',
    idNumber: '35*****034',
    idType: 'resident',
    hasCode: true,
    proofAgain: false,
    consents: [
      { kind: 'privacy', version: '2026-11', at: 0, current: true },
      { kind: 'sensitive', version: '2026-11', at: 0, current: true },
    ],
    unreadMessages: 2,
    ...parts,
  };
}

const reason: Reason = {
  rule: 'arrivals',
  text: '来自疫情高发地区',
  advice: '请居家观察至期满，每日早晚测量体温，出现发热、咳嗽等症状时立即联系所在社区（村）。',
  sourceName: '疫情高发地区来人排查数据（省统计局）',
  date: '2026-11-12',
  until: Date.UTC(2026, 10, 26, 16),
};

export function sampleCode(colour: string, now: number): PersonalCode {
  return {
    qr: personalQr,
    number: '482916073358',
    colour,
    reasons: colour === 'orange' ? [reason] : [],
    asOf: now - 40 * 60_000,
    expiresAt: now + 60_000,
    serverTime: now,
    name: '*文',
  };
}

export function samplePlace(colour: string | null, isInside: boolean, now: number): PosterPlace {
  return {
    place: {
      name: '示例市图书馆（东门）',
      address: '示例市鼓楼区湖滨路 18 号',
      unit: '示例市图书馆',
      category: '公共文化场所',
    },
    own: colour === null ? null : { colour, inside: isInside, asOf: now - 40 * 60_000 },
    onDuty: [
      { role: '扫码员', colour: 'green', temperature: 'normal' },
      { role: '安保', colour: 'green', temperature: 'unknown' },
    ],
  };
}

export function sampleTrail(now: number): TrailItem[] {
  const place = { name: '示例市图书馆（东门）', address: '示例市鼓楼区湖滨路 18 号' };
  const market = { name: '湖滨农贸市场', address: '示例市鼓楼区湖滨路 3 号' };
  const told = { temperature: null, reason: null };
  const parts = { ...told, colour: 'green', decision: 'allow', byDevice: false, open: false } as const;

  return [
    { ...parts, id: 't1', kind: 'visit', direction: 'in', at: now - 600_000, place, open: true },
    { ...parts, id: 't2', kind: 'scan', direction: 'in', at: now - 86_400_000, place: market },
    { ...parts, id: 't3', kind: 'visit', direction: 'out', at: now - 90_000_000, place },
  ];
}

export function sampleMessages(now: number): MessageItem[] {
  return [
    {
      id: 'm1',
      kind: 'colour',
      title: '健康码颜色已更新',
      body: '您的健康码已恢复为绿码。原因：观察期满且无异常。',
      at: now - 3_600_000,
      read: false,
    },
    {
      id: 'm2',
      kind: 'notice',
      title: '欢迎使用',
      body: '您已完成实名认证。',
      at: now - 172_800_000,
      read: true,
    },
  ];
}

export function sampleAccesses(now: number): AccessItem[] {
  return [
    { id: 'a1', at: now - 600_000, who: '示例市图书馆', purpose: '查验健康码' },
    { id: 'a2', at: now - 172_800_000, who: '系统', purpose: '每日重新计算颜色' },
  ];
}

export function sampleVisit(parts: Partial<VisitAnswer>): VisitAnswer {
  return {
    place: { name: '示例市图书馆（东门）', address: '示例市鼓楼区湖滨路 18 号' },
    colour: 'green',
    decision: 'allow',
    why: null,
    direction: 'in',
    at: Date.now(),
    name: '*文',
    passages: [],
    ...parts,
  };
}
