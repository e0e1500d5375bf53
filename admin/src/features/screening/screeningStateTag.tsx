import { screeningStateNames, type ScreeningState } from '@anxing/contract/screening';
import { Tag } from 'antd';

const tones: Record<ScreeningState, string> = { overdue: 'error', soon: 'warning', onTime: 'success' };

/** How near the last day for the next test is, in words. */
export function ScreeningStateTag({ state }: { state: ScreeningState }) {
  return <Tag color={tones[state]}>{screeningStateNames[state]}</Tag>;
}
