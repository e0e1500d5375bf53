import { Op } from 'sequelize';

import { writeAs, type Services } from '../../context';
import type { Job } from '../../jobs/job';
import { lockOne } from '../../models/auditedModel';
import { Change } from '../../models/change';
import { systemActor } from '../../storage/scene';
import { endChange } from './endChange';

function expire(services: Services, id: string): Promise<void> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const change = await lockOne(Change, scene, { id });
    if (change?.state === 'waiting' && change.expiresAt <= scene.now) {
      await endChange(services, scene, change, 'expired');
    }
  });
}

/** Nobody decided in time: a change does not wait for ever. */
export const expireChanges: Job = {
  name: 'expire changes',
  everyMs: 60_000,
  async perform(services) {
    const overdue = await Change.findAll({
      attributes: ['id'],
      where: { state: 'waiting', expiresAt: { [Op.lte]: services.clock.now() } },
      order: ['id'],
    });
    for (const { id } of overdue) {
      // One that cannot be ended keeps none of the others.
      await expire(services, id).catch((err: unknown) => services.logger.error({ err, change: id }));
    }
  },
};
