import { writeAs, type Services } from '../../../context';
import type { Job } from '../../../jobs/job';
import { scannedLately } from '../../../passages/scannedLately';
import { needsOf } from '../../../status/judgePersons';
import { raisedPoints } from '../../../status/raisedPoints';
import { systemActor } from '../../../storage/scene';
import { startRecompute } from '../startRecompute';
import { judgeThese } from './judgeThese';

/** So far back each time: two turns may fail in between. */
const windowMs = 5 * 60_000;

async function asksWhere(services: Services): Promise<boolean> {
  return needsOf(await services.rules.at(services.clock.now())).regions;
}

/**
 * Whoever was checked by staff where a level stands is judged anew, when a rule asks where people were: not within the
 * check itself, which must be quick.
 */
export const judgeRegionScans: Job = {
  name: 'judge region scans',
  everyMs: 60_000,
  async perform(services) {
    if (!(await asksWhere(services))) {
      return;
    }
    const now = services.clock.now();
    const pointIds = await raisedPoints(services);
    const { zone } = services.config.brand;
    const wanted = { pointIds, zone, since: now - windowMs, now };
    await judgeThese(services, await scannedLately(services.database, wanted));
  },
};

/** Scans that came late, after hours without network, are found by a look at everybody once a day. */
export const judgeRegionsDaily: Job = {
  name: 'judge regions daily',
  everyMs: 24 * 3_600_000,
  async perform(services) {
    if (await asksWhere(services)) {
      await writeAs(services, { actor: systemActor, ip: null }, (scene) =>
        startRecompute(services, scene, { cause: 'regions', subject: 'daily' }),
      );
    }
  },
};
