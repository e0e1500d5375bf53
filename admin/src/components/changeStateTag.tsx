import { changeStateNames, type ChangeState } from '@anxing/contract/changes';
import { Tag } from 'antd';

const tones: Record<ChangeState, string> = {
  waiting: 'processing',
  approved: 'success',
  rejected: 'error',
  withdrawn: 'default',
  expired: 'default',
  outdated: 'warning',
};

/** How far something is that takes two people. */
export function ChangeStateTag({ state }: { state: ChangeState }) {
  return <Tag color={tones[state]}>{changeStateNames[state]}</Tag>;
}
