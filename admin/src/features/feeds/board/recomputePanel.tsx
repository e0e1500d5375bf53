import type { RecomputeRun } from '@anxing/contract/ruleVersions';
import { Alert, Progress } from 'antd';

import { Instant } from '../../../components/instant';
import { useRecomputes } from '../api/recomputes';

const causes: Record<RecomputeRun['cause'], string> = {
  batch: '新的数据批次',
  rules: '判定规则变更',
  regions: '区域等级变更',
  derive: '数据比对',
};

function Run({ cause, state, done, total, changed, startedAt }: RecomputeRun) {
  const counted =
    total === null
      ? `${done.toLocaleString()} 人`
      : `${done.toLocaleString()} / ${total.toLocaleString()} 人`;

  return (
    <li className="recomputeRun">
      <span>
        <strong>{causes[cause]}</strong>{' '}
        <span className="soft">
          <Instant at={startedAt} /> 开始
        </span>
      </span>
      {total !== null && total > 0 && (
        <Progress
          aria-label={`${causes[cause]}的判定进度`}
          percent={Math.min(100, Math.floor((100 * done) / total))}
          showInfo={false}
        />
      )}
      <span className="soft">
        {state === 'waiting' && done === 0
          ? '等待开始'
          : `已判定 ${counted}，其中 ${changed.toLocaleString()} 人变色${state === 'waiting' ? '，等待继续' : ''}`}
      </span>
    </li>
  );
}

/** How far people are judged anew; nothing while nothing runs. */
export function RecomputePanel() {
  const { data: runs = [], isError } = useRecomputes();
  if (isError) {
    return <Alert className="pageAlert" type="warning" showIcon title="暂时无法读取重新判定的进度" />;
  }
  if (runs.length === 0) {
    return null;
  }

  return (
    <section className="panel" aria-labelledby="recomputes">
      <h2 id="recomputes">重新判定进度</h2>
      <ul className="recomputeRuns">
        {runs.map((run) => (
          <Run key={run.id} {...run} />
        ))}
      </ul>
    </section>
  );
}
