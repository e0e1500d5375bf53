import { errorTexts } from '@anxing/contract/errors';
import { jobStateNames, type Job, type JobState } from '@anxing/contract/jobs';
import { Progress, Tag } from 'antd';

import { Instant } from '../../components/instant';
import { bytesText } from './bytesText';

const colours: Record<JobState, string> = {
  waiting: 'default',
  running: 'processing',
  done: 'success',
  failed: 'error',
  cancelled: 'default',
};

export function JobStateTag({ state }: { state: JobState }) {
  return <Tag color={colours[state]}>{jobStateNames[state]}</Tag>;
}

function Running({ title, done, total }: Job) {
  const text = total === null ? `已处理 ${done} 条` : `已处理 ${done} / ${total}`;

  return (
    <>
      {total !== null && total > 0 && (
        <Progress
          aria-label={`${title}的进度`}
          percent={Math.min(100, Math.floor((100 * done) / total))}
          showInfo={false}
        />
      )}
      <span className="soft">{text}</span>
    </>
  );
}

/** How far a job is, or how it ended. */
export function JobProgress({ job }: { job: Job }) {
  switch (job.state) {
    case 'waiting':
      return <span className="soft">排队等待处理，可以离开本页，稍后回来查看</span>;
    case 'running':
      return <Running {...job} />;
    case 'failed':
      return <span className="soft">{errorTexts[job.error ?? 'internal'][1]}</span>;
    case 'done':
      return (
        <span className="soft">
          {job.file && `${job.file.name}（${bytesText(job.file.bytes)}），`}保留至{' '}
          <Instant at={job.expiresAt} />
        </span>
      );
    default:
      return null;
  }
}
