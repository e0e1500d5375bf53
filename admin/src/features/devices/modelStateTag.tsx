import { modelStateNames, type ModelState } from '@anxing/contract/devices';
import { Tag } from 'antd';

const tones: Record<ModelState, string> = {
  open: 'default',
  waiting: 'warning',
  approved: 'success',
  refused: 'error',
};

export function ModelStateTag({ state }: { state: ModelState }) {
  return <Tag color={tones[state]}>{modelStateNames[state]}</Tag>;
}
