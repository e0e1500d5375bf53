import { writeAs } from '../context';
import { systemActor } from '../storage/scene';
import type { Job } from './job';

const stray = 'job_id NOT IN (SELECT id FROM jobs)';

/** Forgets which posters were in the files of batches that are forgotten themselves. */
export const tidyBatchPosters: Job = {
  name: 'tidy poster batches',
  everyMs: 3_600_000,
  async perform(services) {
    const { database } = services;
    const [row] = await database.select(`SELECT COUNT(*) AS strays FROM batch_posters WHERE ${stray}`);
    const count = Number(row?.strays);
    if (count > 0) {
      await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
        await database.execute(`DELETE FROM batch_posters WHERE ${stray}`, [], scene.tx);
        scene.events.push({ action: 'batch_posters.tidy', target: 'batch_posters', details: { count } });
      });
    }
  },
};
