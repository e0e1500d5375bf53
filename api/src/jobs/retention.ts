import { preparePassageDays } from '../passages/passageDays';
import type { Job } from './job';
import { purgeAppeals } from './purgeAppeals';
import { purgeFacts } from './purgeFacts';
import { purgeOthers } from './purgeOthers';
import { purgePassages } from './purgePassages';
import { purgeTrials } from './purgeTrials';
import { purgeVisitors } from './purgeVisitors';

/** Makes room for the days to come, and lets go what is over its time: see config/retention.json. */
export const retention: Job = {
  name: 'retention',
  everyMs: 600_000,
  async perform(services) {
    await preparePassageDays(services.database, services.config.brand.zone, services.clock.now());
    await purgePassages(services);
    await purgeOthers(services);
    await purgeAppeals(services);
    await purgeFacts(services);
    await purgeTrials(services);
    await purgeVisitors(services);
  },
};
