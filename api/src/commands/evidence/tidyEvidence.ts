import { Op } from 'sequelize';

import { writeAs, type Services } from '../../context';
import type { Job } from '../../jobs/job';
import { Evidence, withoutData } from '../../models/evidence';
import { systemActor } from '../../storage/scene';

const dayMs = 86_400_000;
const batch = 50;

/** @returns how many there were, at most a batch */
function forgetUnused(services: Services): Promise<number> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const unused = await Evidence.findAll({
      attributes: withoutData,
      where: { attachedTo: null, createdAt: { [Op.lt]: scene.now - dayMs } },
      limit: batch,
      transaction: scene.tx,
      lock: scene.tx.LOCK.UPDATE,
    });
    for (const evidence of unused) {
      await evidence.destroyBy(scene);
    }

    return unused.length;
  });
}

/** Forgets files that nobody has used within a day: an appeal that was given up, a form that was closed. */
export const tidyEvidence: Job = {
  name: 'tidy evidence',
  everyMs: 600_000,
  async perform(services) {
    while ((await forgetUnused(services)) === batch) {
      // More to come.
    }
  },
};
