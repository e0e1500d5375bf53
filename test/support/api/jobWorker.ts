import { once } from 'node:events';

import { job, type Job } from '@anxing/contract/jobs';

import { writeAs } from '../../../api/src/context';
import type { RunningJob } from '../../../api/src/jobs/jobKind';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { tidyJobs } from '../../../api/src/jobs/tidyJobs';
import { LongJob } from '../../../api/src/models/longJob';
import { writingKind, type Deed } from './factories/buildJob';
import { system } from './factories/buildUnit';
import type { Auth } from './factories/signedIn';
import type { TestApi } from './testApi';

/** A process that works on jobs of the kind that writes; its turns come when the test says so. */
export function worker({ services }: TestApi, deed?: Deed): LongJobs {
  return new LongJobs(services, [writingKind(deed)]);
}

/** A deed that goes on until the job is stopped. */
export async function untilStopped({ signal, progress }: RunningJob<unknown>): Promise<void> {
  progress(3, 10);
  await once(signal, 'abort');
  signal.throwIfAborted();
}

/** A process that is in the midst of a job, and will be until it is stopped. */
export async function busyWorker(api: TestApi): Promise<LongJobs> {
  let tell = (): void => undefined;
  const begun = new Promise<void>((done) => (tell = done));
  const jobs = worker(api, (running) => {
    const work = untilStopped(running);
    tell();

    return work;
  });
  await jobs.turn();
  await begun;

  return jobs;
}

/** One turn, and all that it began. */
export async function work(jobs: LongJobs): Promise<void> {
  await jobs.turn();
  await jobs.settled();
}

/** A job as whoever started it is told. */
export async function stateOf({ request }: TestApi, auth: Auth, id: string): Promise<Job> {
  return job.parse((await request.get(`/api/v1/unit/jobs/${id}`).set(auth).expect(200)).body);
}

/** Leaves no job and no file to the next test. */
export async function forgetJobs({ services }: TestApi): Promise<void> {
  await writeAs(services, system, async (scene) => {
    for (const one of await LongJob.findAll({ transaction: scene.tx })) {
      await one.destroyBy(scene);
    }
  });
  await tidyJobs.perform(services);
}
