import type { Change } from '@anxing/contract/changes';

import { fakeId } from './fakeIds';

const hourMs = 3_600_000;
const operator = '示例省数字化办公室';

interface Given extends Pick<Change, 'kind' | 'title' | 'facts' | 'subject'> {
  by: Change['proposedBy'];
  hoursAgo: number;
  scope?: string;
  appealId?: string;
  warning?: string;
  evidence?: Change['evidence'];
}

export function changeOf(number: number, now: number, given: Given): Change {
  const { by, hoursAgo, scope = '', appealId = null, warning = null, evidence = [], ...rest } = given;
  const proposedAt = now - hoursAgo * hourMs;

  return {
    ...rest,
    id: fakeId(20, number),
    state: 'waiting',
    scope,
    appealId,
    warning,
    evidence,
    people: [],
    proposedBy: by,
    proposedAt,
    expiresAt: proposedAt + 7 * 24 * hourMs,
    decidedBy: null,
    decidedAt: null,
    note: null,
    isMine: false,
    mayDecide: false,
  };
}

const pictures: Change['evidence'] = [
  { id: fakeId(21, 1), mediaType: 'image/png' },
  { id: fakeId(21, 2), mediaType: 'application/pdf' },
];

function waiting(now: number): Change[] {
  return [
    changeOf(1, now, {
      kind: 'batch',
      title: '退烧药品购买记录：人工上传 11 月 20 日补报',
      by: { name: '罗清', unit: operator },
      hoursAgo: 2,
      subject: fakeId(22, 1),
      scope: 'medicine',
      warning: '生效后将有 1284 人转为橙码，超过全部人员的 1%',
      facts: [
        { label: '数据源', value: '退烧药品购买记录（省医保局）' },
        { label: '批次名称', value: '11 月 20 日补报' },
        { label: '行数', value: '共 3012 行：新增 2987，重复 23，有误 2' },
      ],
    }),
    changeOf(2, now, {
      kind: 'override',
      title: '解除（高发地区来人）：1 人',
      by: { name: '白芷', unit: '示例市第二医院' },
      hoursAgo: 5,
      subject: fakeId(24, 1),
      appealId: fakeId(25, 1),
      evidence: pictures,
      facts: [
        { label: '变更', value: '解除：高发地区来人' },
        { label: '人员', value: '*小雨　35*****034' },
        { label: '理由', value: '核酸检测阴性' },
        { label: '说明', value: '到本市后两次核酸检测均为阴性，间隔 24 小时。' },
        { label: '有效天数', value: '14 天' },
      ],
    }),
    changeOf(3, now, {
      kind: 'regionLevels',
      title: '区域等级：2 个县（市、区）',
      by: { name: '杨审', unit: operator },
      hoursAgo: 26,
      subject: fakeId(26, 1),
      facts: [{ label: '变更', value: '鼓楼区：低风险 → 中风险\n台江区：低风险 → 高风险' }],
    }),
  ];
}

/** Three that wait, of which the approver proposed one, and two that were decided. */
export function fakeChanges(now: number): Change[] {
  const decidedBy = { name: '杨审', unit: operator };
  const rules = changeOf(4, now, {
    kind: 'rules',
    title: '判定规则第 3 版',
    by: { name: '沈括', unit: operator },
    hoursAgo: 50,
    subject: '3',
    facts: [{ label: '说明', value: '发热门诊由 14 天改为 7 天' }],
  });
  const key = changeOf(5, now, {
    kind: 'feedKey',
    title: '数据源密钥：核酸和抗体检测结果，示例检验所',
    by: { name: '罗清', unit: operator },
    hoursAgo: 80,
    subject: fakeId(23, 9),
    scope: 'tests',
    facts: [{ label: '持有单位', value: '示例检验所' }],
  });

  return [
    ...waiting(now),
    { ...rules, state: 'approved', decidedBy, decidedAt: now - 40 * hourMs },
    {
      ...key,
      state: 'rejected',
      decidedBy,
      decidedAt: now - 70 * hourMs,
      note: '请补充持有单位的书面申请',
    },
  ];
}
