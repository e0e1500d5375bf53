import { once } from 'node:events';

import { migrations } from '../../db/migrations';
import { createApp } from '../app';
import { loadSettings } from '../base/settings';
import { buildServices } from '../buildServices';
import { prepareDatabase } from '../commands/prepareDatabase';
import { demoFeeds } from '../demo/demoFeeds';
import { prepareDemo } from '../demo/prepareDemo';
import { refuseDemoData } from '../demo/refuseDemoData';
import { JobRunner } from '../jobs/jobRunner';
import { serveHttp } from '../web/serveHttp';
import { banner } from './banner';

async function untilAskedToStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** `serve`: migrates, adds demo data to a new demo database, serves all on one port until it is asked to stop. */
export async function runServe(): Promise<number> {
  const settings = loadSettings(process.env);
  const services = buildServices(settings);
  try {
    const asked = untilAskedToStop();
    await prepareDatabase(services, migrations);
    await refuseDemoData(services);
    const demo = settings.mode === 'demo' ? await prepareDemo(services) : undefined;
    const serving = await serveHttp(createApp(services), settings);
    const jobs = new JobRunner(services, demo ? [demoFeeds] : []);
    jobs.start();
    console.log(banner(settings, serving.port, demo));
    await asked;
    await serving.stop();
    await jobs.stop();

    return 0;
  } finally {
    await services.close();
  }
}
