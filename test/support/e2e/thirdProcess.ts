import { migrations } from '../../../api/db/migrations';
import { loadSettings } from '../../../api/src/base/settings';
import { createLogger } from '../../../api/src/base/logger';
import { buildServices } from '../../../api/src/buildServices';
import { prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import type { Services } from '../../../api/src/context';
import type { RunningServer } from './server';

/** Does something as one more process of the installation, beside its servers. */
export async function inThirdProcess<T>(
  { environment }: RunningServer,
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const logger = createLogger('silent', { write: () => undefined });
  const services = buildServices(loadSettings({ ...environment }), { logger });
  try {
    await prepareDatabase(services, migrations, { mode: 'shared' });

    return await work(services);
  } finally {
    await services.close();
  }
}
