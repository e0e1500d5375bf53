import type { ErrorCode } from '@anxing/contract/errors';
import type { Job } from '@anxing/contract/jobs';

import type { LongJob } from '../models/longJob';

/** A background job as whoever started it sees it. */
export function presentJob(job: LongJob): Job {
  const { id, kind, title, state, done, total, fileName, fileBytes, createdAt, finishedAt, expiresAt } = job;

  return {
    id,
    kind,
    title,
    state,
    done,
    total: total ?? null,
    file: fileName ? { name: fileName, bytes: fileBytes ?? 0 } : null,
    error: (job.error ?? null) as ErrorCode | null,
    createdAt,
    finishedAt: finishedAt ?? null,
    expiresAt,
  };
}
