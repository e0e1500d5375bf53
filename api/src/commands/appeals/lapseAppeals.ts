import { Op } from 'sequelize';

import { writeAs, type Services } from '../../context';
import type { Job } from '../../jobs/job';
import { Appeal } from '../../models/appeal';
import { lockOne } from '../../models/auditedModel';
import { systemActor } from '../../storage/scene';
import { closeAppeal } from './closeAppeal';
import { tellApplicant } from './tellApplicant';

function lapse(services: Services, id: string): Promise<void> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const appeal = await lockOne(Appeal, scene, { id });
    if (appeal?.state !== 'needsMore' || Number(appeal.dueAt) > scene.now) {
      return;
    }
    await closeAppeal(services, scene, appeal, { kind: 'dismissed', text: '未在期限内补充材料，申诉结束。' });
    await tellApplicant(services, scene, appeal, 'lapsed');
  });
}

/** Who was asked for more and added nothing in time has the appeal ended, and is told. */
export const lapseAppeals: Job = {
  name: 'lapse appeals',
  everyMs: 300_000,
  async perform(services) {
    const silent = await Appeal.findAll({
      attributes: ['id'],
      where: { state: 'needsMore', dueAt: { [Op.lte]: services.clock.now() } },
      order: ['id'],
    });
    for (const { id } of silent) {
      await lapse(services, id);
    }
  },
};
