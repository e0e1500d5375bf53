import { hasEnded } from '@anxing/contract/jobs';

import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { LongJob } from '../models/longJob';

/**
 * Cancels a job that has not ended: whoever works on it learns of it within about a second. One that has ended is
 * forgotten, and its file with it.
 */
export async function dropJob(services: Services, origin: Origin, id: string): Promise<void> {
  const file = await writeAs(services, origin, async (scene) => {
    const job = await lockOne(LongJob, scene, { id });
    if (job && !hasEnded(job)) {
      job.set({ state: 'cancelled', finishedAt: scene.now, holder: null, leaseUntil: null });
      await job.saveBy(scene);

      return null;
    }
    await job?.destroyBy(scene);

    return job?.file ?? null;
  });
  if (file !== null) {
    await services.files.remove(file);
  }
}
