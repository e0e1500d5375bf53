import { Op } from 'sequelize';

import { writeAs, type Services } from '../context';
import { LongJob } from '../models/longJob';
import { systemActor } from '../storage/scene';
import type { Job } from './job';
import { fileOf } from './jobLease';

const batch = 100;

/** Jobs whose time is over, a batch at a time: a running one is lost to its process, which learns of it. */
async function forgetExpired(services: Services): Promise<number> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const expired = await LongJob.findAll({
      where: { expiresAt: { [Op.lt]: scene.now } },
      order: ['expiresAt'],
      limit: batch,
      transaction: scene.tx,
      lock: scene.tx.LOCK.UPDATE,
    });
    for (const job of expired) {
      await job.destroyBy(scene);
    }

    return expired.length;
  });
}

/** Files that no job has: their job was forgotten, or the process that wrote them died. */
async function removeStrays({ files }: Services): Promise<void> {
  for (const name of await files.names()) {
    const job = await LongJob.findByPk(name.split('.')[0] ?? '');
    const isNeeded = job?.file === name || (job?.holder && name === fileOf(job.id, job.holder));
    if (!isNeeded) {
      await files.remove(name);
    }
  }
}

/** Forgets background jobs and their files when their time is over. */
export const tidyJobs: Job = {
  name: 'tidy background jobs',
  everyMs: 600_000,
  isOfMachine: true,
  async perform(services) {
    while ((await forgetExpired(services)) === batch) {
      // More to come.
    }
    await removeStrays(services);
  },
};
