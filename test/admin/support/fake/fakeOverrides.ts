import type { Override, OverrideOptions } from '@anxing/contract/overrides';
import { limits } from '@anxing/contract/limits';

import feeds from '../../../../config/feeds.json';
import { fakeId } from './fakeIds';

const hourMs = 3_600_000;

const kinds = feeds.feeds.find(({ source }) => source === 'override')?.kinds ?? [];

export function fakeOverrideOptions(): OverrideOptions {
  return {
    kinds,
    reasons: [
      {
        id: 'negativeTest',
        name: '持有效核酸检测阴性证明',
        kinds: ['lift.arrivals', 'lift.fever', 'lift.medicine'],
      },
      { id: 'boughtForOther', name: '替他人购买药品', kinds: ['lift.medicine'] },
      { id: 'onSite', name: '现场排查发现', kinds: ['set.orange'] },
    ],
    maxPeople: limits.overridePeople,
    maxDays: limits.overrideDays,
  };
}

export function overrideOf(number: number, now: number, given: Partial<Override> = {}): Override {
  return {
    id: fakeId(24, number),
    changeId: fakeId(20, 1 + number),
    kind: 'lift.arrivals',
    kindName: '解除：高发地区来人',
    reason: 'negativeTest',
    reasonName: '持有效核酸检测阴性证明',
    explanation: '到本市后两次核酸检测均为阴性，间隔 24 小时。',
    evidenceNumber: 'NAT-2026-004417',
    evidence: [{ id: fakeId(21, 1), mediaType: 'image/png' }],
    people: 1,
    examples: [{ name: '*小雨', idNumber: '35*****034' }],
    days: 14,
    state: 'waiting',
    proposedAt: now - number * 5 * hourMs,
    proposedBy: '示例市第二医院',
    decidedAt: null,
    note: null,
    until: null,
    ...given,
  };
}

/** One that waits, one that is in force for several people, one that was rejected. */
export function fakeOverrides(now: number): Override[] {
  return [
    overrideOf(1, now),
    overrideOf(2, now, {
      kind: 'set.orange',
      kindName: '核定为橙码',
      reason: 'onSite',
      reasonName: '现场排查发现',
      explanation: '同一班组三人出现发热症状，等待检测结果。',
      people: 3,
      examples: [
        { name: null, idNumber: '35*****11X' },
        { name: '*敏', idNumber: '35*****782' },
        { name: '*志远', idNumber: '35*****290' },
      ],
      days: 3,
      state: 'approved',
      proposedBy: '示例省数字化办公室',
      decidedAt: now - 9 * hourMs,
      until: now + 60 * hourMs,
    }),
    overrideOf(3, now, {
      state: 'rejected',
      evidenceNumber: null,
      decidedAt: now - 12 * hourMs,
      note: '检测报告已过有效期，请重新检测',
    }),
  ];
}
