import cluster from 'node:cluster';

import { loadSettings, type Settings } from '../base/settings';
import { buildServices } from '../buildServices';
import { banner } from './banner';
import { untilAskedToStop, untilReplaced } from './ending';
import { prepareHouse } from './prepareHouse';
import { serveHere } from './serveHere';
import { serveWithWorkers } from './serveWithWorkers';
import { work } from './worker';

async function serveAlone(settings: Settings): Promise<number> {
  const services = buildServices(settings);
  try {
    const end = Promise.race([untilAskedToStop(), untilReplaced(services)]);
    const demo = await prepareHouse(services);

    return await serveHere(services, end, (port) => console.log(banner(settings, port, demo)));
  } finally {
    await services.close();
  }
}

/** `serve`: migrates, adds demo data to a new demo database, serves all on one port until it is asked to stop. */
export function runServe(): Promise<number> {
  const settings = loadSettings(process.env);
  if (cluster.isWorker) {
    return work(settings);
  }

  return settings.processes > 1 ? serveWithWorkers(settings) : serveAlone(settings);
}
