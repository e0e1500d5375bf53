import type { Appeal } from '@anxing/contract/appeals';
import type { Override } from '@anxing/contract/overrides';
import type { RuleVersion } from '@anxing/contract/ruleVersions';

import { signInResident, type ApiUser } from './apiUser';
import { inventPerson } from './people';
import { provenStaff } from './provenStaff';
import type { RunningServer } from './server';

/** What waits at the operator's desk before one looks at the screens. */
export interface RiskStage {
  appealId: string;
  /** The change behind a change of colour by hand. */
  changeId: string;
  /** Number of a draft of the rules. */
  draft: number;
}

async function draftRules(rules: ApiUser): Promise<number> {
  const first = await rules.get<RuleVersion>('operator/rules/1');
  const shorter = first.rules.map((rule) =>
    rule.id === 'fever' ? { ...rule, reason: '近期有发热门诊就诊记录' } : rule,
  );
  const draft = await rules.post<RuleVersion>('operator/rules', {
    basedOn: 1,
    comment: '原因改得更简单',
    rules: shorter,
  });

  return draft.version;
}

/** Somebody who is not registered: the answer would be the same if he were. */
async function proposeOverride(rules: ApiUser): Promise<string> {
  const { idNumber } = inventPerson();
  const { changeId } = await rules.post<Override>('operator/overrides', {
    people: [{ idNumber }],
    kind: 'lift.medicine',
    reason: 'boughtForOther',
    explanation: '替邻居购买，已电话核实',
    evidence: { number: '2026-0417' },
    days: 14,
  });

  return changeId;
}

/** An appeal, a draft of the rules, and two changes that wait for a second person. */
export async function setRiskStage(server: RunningServer): Promise<RiskStage> {
  const resident = await signInResident(server, 'resident-orange');
  const appeal = await resident.post<Appeal>('me/appeals', {
    rules: ['fever'],
    text: '我是陪家人去的，没有就诊。\n请核实。',
  });
  const rules = await provenStaff(server, 'rules');
  await rules.post('operator/regions/levels', {
    changes: [{ division: '350102', level: 'cluster', from: today() }],
    note: '省指挥部通告',
  });

  return { appealId: appeal.id, draft: await draftRules(rules), changeId: await proposeOverride(rules) };
}

/** YYYY-MM-DD where the demo is. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
