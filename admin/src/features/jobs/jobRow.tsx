import { CloseOutlined, DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { hasEnded, type Job } from '@anxing/contract/jobs';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';

import { Instant } from '../../components/instant';
import { asApiError } from '../../lib/api/apiError';
import { saveFile } from '../../lib/saveFile';
import { useDropJob, useJobFile } from './api/jobs';
import { JobProgress, JobStateTag } from './jobState';

function useTrouble() {
  const { message } = App.useApp();

  return (error: unknown) => void message.error(asApiError(error).message);
}

function DownloadButton({ job }: { job: Job }) {
  const file = useJobFile();
  const onError = useTrouble();
  const { title, file: made } = job;
  if (!made) {
    return null;
  }

  return (
    <Button
      type="primary"
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      aria-label={`下载 ${title}`}
      loading={file.isPending}
      onClick={() => file.mutate(job, { onSuccess: (blob) => saveFile(blob, made.name), onError })}
    >
      下载
    </Button>
  );
}

/** One background job: how far it is, and what can be done with it. */
export function JobRow({
  job,
  buttonsFor,
}: {
  job: Job;
  buttonsFor?: ((job: Job) => ReactNode) | undefined;
}) {
  const drop = useDropJob();
  const onError = useTrouble();
  const isOver = hasEnded(job);

  return (
    <li className="jobRow">
      <div className="jobHead">
        <span>{job.title}</span>
        <JobStateTag state={job.state} />
        <span className="soft">
          <Instant at={job.createdAt} />
        </span>
      </div>
      <div className="jobProgress">
        <JobProgress job={job} />
      </div>
      <div className="jobButtons">
        {buttonsFor ? job.file && buttonsFor(job) : <DownloadButton job={job} />}
        <Button
          size="small"
          icon={isOver ? <DeleteOutlined aria-hidden /> : <CloseOutlined aria-hidden />}
          aria-label={`${isOver ? '移除' : '取消'} ${job.title}`}
          loading={drop.isPending}
          onClick={() => drop.mutate(job.id, { onError })}
        >
          {isOver ? '移除' : '取消'}
        </Button>
      </div>
    </li>
  );
}
