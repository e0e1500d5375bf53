import { once } from 'node:events';

import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { serveHttp } from '../../../api/src/web/serveHttp';
import { plainApp } from './plainApp';

/** Serves the plain version until it is asked to stop. */
async function main(): Promise<void> {
  const settings = loadSettings(process.env);
  const services = buildServices(settings);
  await services.lease.take('adding');
  const serving = await serveHttp(plainApp(services).callback(), settings, services.metrics);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await serving.stop();
  await services.close();
}

await main();
