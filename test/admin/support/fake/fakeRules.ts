import { riskRuleList } from '@anxing/contract/riskRules';
import type { DryRun, RuleOptions, RuleVersion } from '@anxing/contract/ruleVersions';

import colours from '../../../../config/colours.json';
import levels from '../../../../config/regionLevels.json';
import risk from '../../../../config/risk.json';
import { fakeFeedConfig } from './fakeFeeds';
import { fakeId } from './fakeIds';

const dayMs = 86_400_000;
const nothing = { change: false, submit: false, discard: false, rollBack: false };
/** As the configuration has them; a province may add to them. */
const known = ['cases', 'contacts', 'arrivals', 'sealed', 'fever', 'medicine', 'manual', 'selfReport'];

export function fakeRuleOptions(): RuleOptions {
  return {
    colours: colours.colours
      .filter(({ name }) => name === 'orange')
      .map(({ name, label }) => ({ name, label })),
    sources: fakeFeedConfig.map(({ source, name, kinds }) => ({ source, name, kinds })),
    regionLevels: levels.levels.map(({ id, name }) => ({ id, name })),
  };
}

function versionOf(version: number, now: number, given: Partial<RuleVersion>): RuleVersion {
  const createdAt = now - (6 - version) * 9 * dayMs;

  return {
    version,
    state: 'past',
    comment: '',
    basedOn: version > 1 ? version - 1 : null,
    createdBy: '沈括',
    createdAt,
    approvedBy: '杨审',
    takesForceAt: createdAt + 3_600_000,
    changeId: null,
    rules: riskRuleList.parse(risk.rules.filter(({ id }) => known.includes(id))),
    dryRun: null,
    may: nothing,
    ...given,
  };
}

/** Seven days for the fever clinic, a new rule about regions, and no self-reports. */
function draftRules(now: number): RuleVersion['rules'] {
  const rules = versionOf(1, now, {}).rules.filter(({ id }) => id !== 'selfReport');
  const changed = rules.map((rule) =>
    rule.id === 'fever'
      ? {
          ...rule,
          when: [{ source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0, lasts: { days: 7 } }],
          reason: '7 天内有发热门诊就诊记录',
        }
      : rule,
  );

  return [
    ...changed,
    {
      id: 'stayed',
      enabled: true,
      colour: 'orange',
      when: [{ regionLevels: ['cluster', 'community'], days: 14 }],
      ages: { from: 3, to: null },
      reason: '14 天内到过中高风险地区',
      advice: '请向所在社区（村）报到，并按要求做核酸检测。',
      appeal: '如与事实不符，可在“申诉”中说明情况。',
      exemptions: [
        {
          source: 'tests',
          kinds: ['nucleicNegative'],
          daysAfter: 7,
          maxAgeDays: 3,
          onlyIfKnown: false,
        },
      ],
    },
  ];
}

export function fakeDryRun(now: number, given: Partial<DryRun> = {}): DryRun {
  return {
    id: fakeId(27, 1),
    scope: 'everyone',
    state: 'done',
    done: 48_210,
    total: 48_210,
    startedAt: now - 120_000,
    finishedAt: now - 60_000,
    changes: [
      { from: 'green', to: 'orange', count: 1284 },
      { from: 'orange', to: 'green', count: 62 },
    ],
    byRule: [
      { rule: 'fever', before: 320, after: 258 },
      { rule: 'stayed', before: 0, after: 1284 },
    ],
    turned: 1284,
    isAboveShare: true,
    examples: [
      { name: '*小雨', idNumber: '35*****034', from: 'green', to: 'orange', reasons: ['stayed'] },
      { name: '*建国', idNumber: '35*****11X', from: 'orange', to: 'green', reasons: [] },
    ],
    ...given,
  };
}

/** One that is in force, two before it, one that waits, and a draft; newest first. */
export function fakeVersions(now: number): RuleVersion[] {
  return [
    versionOf(5, now, {
      state: 'draft',
      basedOn: 3,
      comment: '发热门诊由 14 天改为 7 天；新增到过中高风险地区',
      approvedBy: null,
      takesForceAt: null,
      rules: draftRules(now),
    }),
    versionOf(4, now, {
      state: 'rejected',
      basedOn: 3,
      comment: '退烧药品改为 7 天',
      approvedBy: null,
      takesForceAt: null,
    }),
    versionOf(3, now, { state: 'inForce', comment: '人工核定可由复核解除' }),
    versionOf(2, now, { comment: '启用核酸检测阳性' }),
    versionOf(1, now, { comment: '初始规则' }),
  ];
}

/** What somebody with the role for it can do with a version. */
export function mayWith({ state }: RuleVersion, isManager: boolean): RuleVersion['may'] {
  const isDraft = isManager && state === 'draft';

  return { change: isDraft, submit: isDraft, discard: isDraft, rollBack: isManager && state === 'past' };
}
