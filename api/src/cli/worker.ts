import cluster from 'node:cluster';

import { migrations } from '../../db/migrations';
import { readDemoFile } from '../base/demoFile';
import type { Settings } from '../base/settings';
import { buildServices } from '../buildServices';
import { prepareDatabase } from '../commands/prepareDatabase';
import { refuseUnknownLevels } from '../commands/regions/refuseUnknownLevels';
import { keepSettings } from '../commands/rules/keepSettings';
import { refuseUnknownRules } from '../commands/rules/refuseUnknownRules';
import { presetCodes } from '../demo/prepareDemo';
import { servingMode } from '../storage/makeBus';
import { readFromEveryWorker } from './clusterMetrics';
import { untilReplaced } from './ending';
import { serveHere } from './serveHere';

/** The primary asks each worker, and the terminal all of them: however often it is said, it ends once. */
function untilAskedToStop(): Promise<number> {
  return new Promise((done) => {
    process.on('SIGINT', () => done(0));
    process.on('SIGTERM', () => done(0));
  });
}

/** One of several processes on one port; what they share the primary has prepared. */
export async function work(settings: Settings): Promise<number> {
  const services = buildServices(settings);
  readFromEveryWorker(services.metrics);
  try {
    const end = Promise.race([untilAskedToStop(), untilReplaced(services)]);
    await prepareDatabase(services, migrations, { mode: servingMode(settings) });
    // Who takes the place of another one reads the configuration anew.
    await refuseUnknownLevels(services);
    await refuseUnknownRules(services);
    await keepSettings(services);
    const demo = settings.mode === 'demo' ? readDemoFile(settings.varDir) : undefined;
    if (demo) {
      presetCodes(services, demo);
    }

    return await serveHere(services, end);
  } finally {
    await services.close();
    // The line to the primary would keep it running.
    cluster.worker?.disconnect();
  }
}
