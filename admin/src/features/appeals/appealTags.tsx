import { appealStateNames, type AppealState, type AppealSummary } from '@anxing/contract/appeals';
import { Tag } from 'antd';

const tones: Record<AppealState, string> = {
  submitted: 'warning',
  needsMore: 'processing',
  inApproval: 'processing',
  upheld: 'success',
  dismissed: 'default',
  withdrawn: 'default',
};

/** How far an appeal is, and whether its answer is overdue. */
export function AppealTags({ state, isOverdue }: Pick<AppealSummary, 'state' | 'isOverdue'>) {
  return (
    <span className="appealTags">
      {isOverdue && <Tag color="error">已超时</Tag>}
      <Tag color={tones[state]}>{appealStateNames[state]}</Tag>
    </span>
  );
}
