import { ruleStateNames, type RuleState } from '@anxing/contract/ruleVersions';
import { Tag } from 'antd';

const tones: Record<RuleState, string> = {
  draft: 'default',
  waiting: 'warning',
  approved: 'processing',
  inForce: 'success',
  past: 'default',
  rejected: 'error',
  discarded: 'default',
  outdated: 'default',
};

export function RuleStateTag({ state }: { state: RuleState }) {
  return <Tag color={tones[state]}>{ruleStateNames[state]}</Tag>;
}
