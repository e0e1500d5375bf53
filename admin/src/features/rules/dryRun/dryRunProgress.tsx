import type { DryRun } from '@anxing/contract/ruleVersions';
import { Alert, Progress } from 'antd';

/** How far a dry run is, or that it broke off. */
export function DryRunProgress({ dryRun: { state, done, total } }: { dryRun: DryRun }) {
  if (state === 'failed') {
    return <Alert type="error" showIcon title="试算中断，请重新开始" />;
  }
  const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 0;

  return (
    <div role="status">
      <Progress aria-label="试算进度" percent={percent} showInfo={false} />
      <span className="soft">
        {`正在试算，已算 ${done.toLocaleString()} / ${total.toLocaleString()} 人。可以离开本页，稍后回来查看。`}
      </span>
    </div>
  );
}
