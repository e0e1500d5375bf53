import { decisionNames } from '@anxing/contract/passages';
import type { Decision } from '@anxing/contract/visits';
import { Tag } from 'antd';

const tones = { allow: 'success', stop: 'error', ask: 'warning' } as const;

export function DecisionTag({ decision }: { decision: Decision }) {
  return <Tag color={tones[decision]}>{decisionNames[decision]}</Tag>;
}
