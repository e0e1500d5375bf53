import { migrations } from '../../db/migrations';
import { loadSettings } from '../base/settings';
import { buildServices } from '../buildServices';
import { prepareDatabase } from '../commands/prepareDatabase';
import type { Services } from '../context';
import { say } from './say';

/**
 * Runs one command over a prepared house and closes it, whatever happens. Servers may be running: the command reads, or
 * adds records of which nobody can have a copy.
 */
export async function withServices(work: (services: Services) => Promise<number>): Promise<number> {
  const services = buildServices(loadSettings(process.env));
  try {
    await prepareDatabase(services, migrations, { mode: 'adding', say });

    return await work(services);
  } finally {
    await services.close();
  }
}
