import type { Job } from '@anxing/contract/jobs';
import { jobStateNames } from '@anxing/contract/jobs';
import type { ReactNode } from 'react';

import { useJobs } from './api/jobs';
import { JobRow } from './jobRow';

/** For screen readers: states, not every step of the progress. */
function stateText(jobs: readonly Job[]): string {
  return jobs.map(({ title, state }) => `${title}：${jobStateNames[state]}`).join('；');
}

interface Props {
  /** Kind of the jobs, for example `passages.export`. */
  kind: string;
  /** What they are, over them. */
  label: string;
  /** What can be done with a finished job instead of downloading it. */
  buttonsFor?: (job: Job) => ReactNode;
}

/** My latest background jobs of a kind, also after a reload; nothing when there are none. */
export function JobTray({ kind, label, buttonsFor }: Props) {
  const { data: jobs = [] } = useJobs(kind);
  if (jobs.length === 0) {
    return null;
  }

  return (
    <section className="panel jobTray" aria-label={label}>
      <h2>{label}</h2>
      <p className="unseen" role="status">
        {stateText(jobs)}
      </p>
      <ul>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} buttonsFor={buttonsFor} />
        ))}
      </ul>
    </section>
  );
}
