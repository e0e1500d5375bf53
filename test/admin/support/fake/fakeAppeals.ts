import type { AppealEvent, OperatorAppeal } from '@anxing/contract/appeals';

import { fakeId } from './fakeIds';

const hourMs = 3_600_000;

function appealOf(number: number, now: number, given: Partial<OperatorAppeal>): OperatorAppeal {
  const submittedAt = now - number * 7 * hourMs;

  return {
    id: fakeId(25, number),
    state: 'submitted',
    reasons: [
      {
        rule: 'medicine',
        text: '14 天内有购买退烧药品记录',
        sourceName: '退烧药品购买记录',
        date: '2026-11-17',
      },
    ],
    submittedAt,
    dueAt: submittedAt + 24 * hourMs,
    isOverdue: submittedAt + 24 * hourMs < now,
    closedAt: null,
    person: { name: '*小雨', idNumber: '35*****034' },
    colour: 'orange',
    stillCounting: ['medicine'],
    ends: [{ rule: 'medicine', until: now + 20 * 24 * hourMs }],
    lift: null,
    lifts: ['medicine', 'arrivals', 'fever'].map((rule) => ({ rule, kinds: [`lift.${rule}`] })),
    changeId: null,
    mayAnswer: true,
    events: [
      {
        at: submittedAt,
        kind: 'submitted',
        text: '药是替邻居买的。\n附上邻居的情况说明和小票。',
        pictures: [
          { id: fakeId(21, 1), mediaType: 'image/png' },
          { id: fakeId(21, 3), mediaType: 'image/jpeg' },
        ],
      },
    ],
    ...given,
  };
}

const twoReasons: OperatorAppeal['reasons'] = [
  {
    rule: 'arrivals',
    text: '来自或途经疫情高发地区',
    sourceName: '疫情高发地区来人排查数据',
    date: '2026-11-12',
  },
  { rule: 'fever', text: '14 天内有发热门诊就诊记录', sourceName: '发热门诊就诊记录', date: '2026-11-14' },
];

function talk(now: number): AppealEvent[] {
  const at = (hours: number) => now - hours * hourMs;

  return [
    { at: at(52), kind: 'submitted', text: '我没有去过那里。', pictures: [] },
    { at: at(44), kind: 'moreAsked', text: '请上传当天的行程或在岗证明。', pictures: [] },
    {
      at: at(40),
      kind: 'added',
      text: '这是当天的考勤记录。',
      pictures: [{ id: fakeId(21, 2), mediaType: 'application/pdf' }],
    },
    { at: at(30), kind: 'proposed', text: '考勤记录属实，当天在本市上班。', pictures: [] },
  ];
}

/** One that is new, one that waits for more, one overdue, one before its second person, and one that is over. */
export function fakeAppeals(now: number): OperatorAppeal[] {
  return [
    appealOf(1, now, {}),
    appealOf(2, now, { state: 'needsMore', person: { name: '*建国', idNumber: '35*****11X' } }),
    appealOf(5, now, {
      reasons: twoReasons,
      stillCounting: ['arrivals'],
      person: { name: '*敏', idNumber: '35*****782' },
    }),
    appealOf(8, now, {
      state: 'inApproval',
      reasons: twoReasons,
      events: talk(now),
      changeId: fakeId(20, 2),
      mayAnswer: false,
      dueAt: now + 6 * hourMs,
      isOverdue: false,
      person: { name: '*志远', idNumber: '35*****290' },
    }),
    appealOf(9, now, {
      state: 'dismissed',
      dueAt: null,
      isOverdue: false,
      closedAt: now - 20 * hourMs,
      mayAnswer: false,
      events: [
        { at: now - 63 * hourMs, kind: 'submitted', text: '记录不是我的。', pictures: [] },
        {
          at: now - 20 * hourMs,
          kind: 'dismissed',
          text: '经与医保局核对，记录属实；满 14 天后自动恢复。',
          pictures: [],
        },
      ],
    }),
  ];
}
