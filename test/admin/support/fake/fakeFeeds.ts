import type { Feed, FeedBatch, FeedKey, RowFault } from '@anxing/contract/feeds';

import config from '../../../../config/feeds.json';
import { fakeId } from './fakeIds';

const hourMs = 3_600_000;

/** Hours since the state of the data, by source; what is not named never came. */
const ages: Record<string, number> = {
  cases: 1.2,
  contacts: 3,
  arrivals: 31,
  sealed: 8,
  fever: 41,
  tests: 5,
  override: 2,
};

const columns: Feed['columns'] = [
  { name: 'idType', title: '证件类型', type: 'idType', required: false },
  { name: 'idNumber', title: '证件号码', type: 'idNumber', required: true },
  { name: 'kind', title: '类型', type: 'kind', required: true },
  { name: 'date', title: '日期', type: 'date', required: true },
  { name: 'drugCode', title: '药品代码', type: 'drugCode', required: false },
];

export function fakeBatch(source: string, number: number, now: number, given: Partial<FeedBatch> = {}) {
  const { name = '', delivery = '' } = config.feeds.find((feed) => feed.source === source) ?? {};
  const receivedAt = now - number * 5 * hourMs;
  const batch: FeedBatch = {
    id: fakeId(22, number),
    source,
    sourceName: name,
    channel: 'province',
    batchId: `${source}-2026-11-${String(30 - number).padStart(2, '0')}`,
    sequence: 40 - number,
    delivery: delivery === 'full' ? 'full' : 'incremental',
    origin: 'key',
    state: 'inForce',
    rows: 1480,
    added: 1240,
    withdrawn: 12,
    unchanged: 226,
    ignored: 2,
    wrong: 0,
    closed: 31,
    closedNothing: false,
    changedPeople: 87,
    asOf: receivedAt - hourMs / 2,
    receivedAt,
    inForceAt: receivedAt + 60_000,
    submittedBy: '省卫健委信息中心',
    fault: null,
    changeId: null,
  };

  return { ...batch, ...given };
}

/** By hand, waiting, with wrong rows: the one that the first change is about. */
function waitingBatch(now: number): FeedBatch {
  return fakeBatch('medicine', 1, now, {
    batchId: '11 月 20 日补报',
    origin: 'hand',
    state: 'waiting',
    sequence: null,
    rows: 3012,
    added: 2987,
    withdrawn: 0,
    unchanged: 23,
    ignored: 0,
    wrong: 2,
    changedPeople: null,
    inForceAt: null,
    submittedBy: '罗清',
    changeId: fakeId(20, 1),
  });
}

/** The latest batches of every source, newest first. */
export function fakeBatches(now: number): FeedBatch[] {
  const refused = {
    state: 'refused',
    fault: 'tooManyWrong',
    wrong: 812,
    changedPeople: null,
    inForceAt: null,
    added: 0,
  } as const;
  const named = Object.keys(ages).flatMap((source, index) => [
    fakeBatch(source, 10 + index * 3, now),
    fakeBatch(source, 11 + index * 3, now, source === 'fever' ? refused : { closedNothing: true, wrong: 3 }),
    fakeBatch(source, 12 + index * 3, now, { state: 'outdated', changedPeople: null, inForceAt: null }),
  ]);

  return [waitingBatch(now), ...named];
}

export function fakeFaults(wrong: number): RowFault[] {
  const kinds = [
    { column: 'idNumber', message: '身份证号码校验不通过，请核对', messageEn: '' },
    { column: 'date', message: '请输入有效日期', messageEn: '' },
    { column: '', message: '=列数与表头不符', messageEn: '' },
  ];

  return Array.from({ length: Math.min(wrong, 1000) }, (_, index) => ({
    line: 17 + index * 4,
    ...(kinds[index % kinds.length] ?? { column: '', message: '', messageEn: '' }),
  }));
}

export function fakeFeedKeys(now: number): Map<string, FeedKey[]> {
  const key = (number: number, owner: string, state: FeedKey['state']): FeedKey => ({
    id: `k${number}7f3c2a9d1`,
    channel: number === 1 ? 'province' : `lab-${number}`,
    owner,
    publicKey: 'MCowBQYDK2VwAyEA3Vv0c6yQ5m0n8b1aXr2pTzLkJ7g',
    state,
    createdAt: now - number * 30 * 24 * hourMs,
    lastUsedAt: state === 'active' ? now - number * hourMs : null,
  });

  return new Map([
    ['fever', [key(1, '省卫健委信息中心', 'active'), key(2, '示例检验所', 'waiting')]],
    ['cases', [key(1, '省卫健委信息中心', 'active'), key(3, '旧系统', 'revoked')]],
  ]);
}

/** What is kept of a source, with its batches. */
export function fakeFeed(raw: (typeof config.feeds)[number], batches: FeedBatch[], now: number): Feed {
  const hours = ages[raw.source];
  const asOf = hours === undefined ? null : now - hours * hourMs;
  const limit = raw.lateAfterHours === null ? null : raw.lateAfterHours * hourMs;
  const isLate = limit !== null && (asOf === null || now - asOf > limit);
  const own = batches.filter(({ source }) => source === raw.source);

  return {
    ...raw,
    promised: raw.promised as Feed['promised'],
    delivery: raw.delivery as Feed['delivery'],
    columns,
    asOf,
    isLate,
    lateAt: limit !== null && asOf !== null && !isLate ? asOf + limit : null,
    openRows: hours === undefined ? 0 : Math.round(hours * 4120),
    waitingBatches: own.filter(({ state }) => state === 'waiting').length,
    lastBatch: own[0] ?? null,
    nextSequence: own[0] ? [{ channel: 'province', sequence: 41 }] : [],
  };
}

/** A province may have more. */
const shown = [
  'cases',
  'contacts',
  'arrivals',
  'sealed',
  'fever',
  'medicine',
  'tests',
  'reports',
  'override',
];

export const fakeFeedConfig = config.feeds.filter(({ source }) => shown.includes(source));
