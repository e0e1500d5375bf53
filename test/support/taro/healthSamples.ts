import type { Appeal, AppealEvent, AppealSummary } from '@anxing/contract/appeals';
import type { NationalCode } from '@anxing/contract/nationalCode';
import type { OwnReason, OwnReasons } from '@anxing/contract/reasons';
import type { OwnScreening } from '@anxing/contract/screening';
import type { TestResult, TestResults } from '@anxing/contract/testResults';

const hour = 3_600_000;
const day = 24 * hour;

/** 2026-11-21 14:00 in Shanghai. */
export const noon = Date.UTC(2026, 10, 21, 6);

export function sampleReason(parts: Partial<OwnReason> = {}): OwnReason {
  return {
    rule: 'medicine',
    colour: 'orange',
    text: '14 天内有购买退烧药品记录',
    advice: '请居家休息并每日测量体温；如有发热请到发热门诊就诊。',
    appeal: '替他人购买或记录有误的，可在“申诉”中说明并上传证明材料。',
    kindName: '购买退烧药品',
    sourceName: '退烧药品购买记录',
    owner: '省医保局',
    deliveredBy: '医保结算系统',
    date: '2026-11-12',
    recordedAt: noon - 8 * day,
    until: Date.UTC(2026, 10, 26, 16),
    appealId: null,
    ...parts,
  };
}

export const arrivalReason = sampleReason({
  rule: 'arrivals',
  text: '来自或途经疫情高发地区',
  kindName: '来自高发地区',
  sourceName: '疫情高发地区来人排查数据',
  owner: '省统计局',
  until: null,
});

export function sampleReasons(colour: string, parts: Partial<OwnReasons> = {}): OwnReasons {
  return {
    colour,
    reasons: colour === 'orange' ? [sampleReason()] : [],
    asOf: noon - hour,
    checked: ['确诊病例和疑似人员数据', '发热门诊就诊记录'],
    late: [],
    ruleVersion: 3,
    until: null,
    serverTime: noon,
    ...parts,
  };
}

export function sampleTest(parts: Partial<TestResult> = {}): TestResult {
  return {
    id: 'r1',
    kind: 'nucleicNegative',
    kindName: '核酸检测阴性',
    outcome: 'negative',
    at: noon - 30 * hour,
    institution: '示例市第一医院',
    ...parts,
  };
}

/** What the page of results is answered. */
export function sampleResults(items: TestResult[] = [], screening: OwnScreening[] = []): TestResults {
  return { days: 7, items, screening };
}

export function sampleScreening(parts: Partial<OwnScreening> = {}): OwnScreening {
  return {
    group: 'medicalStaff',
    groupName: '医疗机构工作人员',
    duty: 'required',
    intervalDays: 7,
    listedOn: '2026-10-01',
    listedBy: '示例市卫生健康局',
    lastTestAt: noon - 6 * day,
    dueOn: '2026-11-22',
    state: 'soon',
    ...parts,
  };
}

export function sampleAppealSummary(parts: Partial<AppealSummary> = {}): AppealSummary {
  return {
    id: 'p1',
    state: 'submitted',
    reasons: [
      {
        rule: 'medicine',
        text: '14 天内有购买退烧药品记录',
        sourceName: '退烧药品购买记录',
        date: '2026-11-12',
      },
    ],
    submittedAt: noon - 2 * hour,
    dueAt: noon + day,
    isOverdue: false,
    closedAt: null,
    ...parts,
  };
}

const submitted: AppealEvent = {
  at: noon - 2 * hour,
  kind: 'submitted',
  text: '药是替家人购买的。',
  pictures: [{ id: 'e1', mediaType: 'image/jpeg' }],
};

export function sampleAppeal(parts: Partial<Appeal> = {}): Appeal {
  return { ...sampleAppealSummary(), events: [submitted], lift: null, ...parts };
}

/** The operator asked for more an hour later. */
export const appealToComplete = sampleAppeal({
  state: 'needsMore',
  events: [submitted, { at: noon - hour, kind: 'moreAsked', text: '请上传购药小票。', pictures: [] }],
});

export function sampleNationalCode(parts: Partial<NationalCode> = {}): NationalCode {
  return {
    colour: 'green',
    province: '邻省',
    statedAt: noon - hour,
    until: noon + 7 * day,
    fetchedAt: noon - hour,
    ...parts,
  };
}
