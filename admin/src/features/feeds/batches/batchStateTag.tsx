import { batchStateNames, type BatchState } from '@anxing/contract/feeds';
import { Tag } from 'antd';

const tones: Record<BatchState, string> = {
  receiving: 'processing',
  waiting: 'warning',
  applying: 'processing',
  inForce: 'success',
  refused: 'error',
  rejected: 'error',
  outdated: 'default',
};

export function BatchStateTag({ state }: { state: BatchState }) {
  return <Tag color={tones[state]}>{batchStateNames[state]}</Tag>;
}
