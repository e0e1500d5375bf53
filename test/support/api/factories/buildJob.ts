import { appendFile } from 'node:fs/promises';

import { z } from 'zod';

import { startJob } from '../../../../api/src/commands/startJob';
import type { Services } from '../../../../api/src/context';
import { defineJobKind, type RunningJob } from '../../../../api/src/jobs/jobKind';
import type { LongJob } from '../../../../api/src/models/longJob';
import type { Staff } from '../../../../api/src/models/staff';

export type Deed = (job: RunningJob<{ text: string }>) => Promise<void>;

/** A kind of job that writes its input into its file; `deed` comes first. */
export function writingKind(deed: Deed = async () => undefined) {
  return defineJobKind({
    name: 'writing',
    ability: 'readPassages',
    input: z.strictObject({ text: z.string() }),
    async perform(_services, job) {
      await deed(job);
      await appendFile(job.file, job.input.text);
      job.progress(1, 1);

      return { name: '记录.txt', mediaType: 'text/plain' };
    },
  });
}

/** A job that waits, of a staff member. */
export function buildJob(services: Services, staff: Staff, text = '内容'): Promise<LongJob> {
  const actor = { kind: 'staff', id: staff.id, unitId: staff.unitId } as const;

  return startJob(services, { actor, ip: null }, writingKind(), { title: '记录', input: { text } });
}
