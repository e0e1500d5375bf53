import { writeFileSync } from 'node:fs';

import { migrations } from '../../../api/db/migrations';
import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import { seedPersons } from '../../bench/crew/seedPersons';
import { seedPlaces } from '../../bench/crew/seedPlaces';
import type { Crew } from './crewFile';

/** Fills an empty database and writes down whom the load plays: `seed <crew file> <persons> <units>`. */
async function main([file = '', persons = '', units = '']: string[]): Promise<void> {
  const services = buildServices(loadSettings(process.env));
  try {
    await prepareDatabase(services, migrations);
    await deliverEmptyFeeds(services);
    const points = await seedPlaces(services, Number(units));
    const residents = await seedPersons(services, Number(persons));
    const crew: Crew = {
      sessions: residents.map(({ sessionId }) => sessionId),
      posters: points.map(({ poster }) => poster),
    };
    writeFileSync(file, JSON.stringify(crew), { mode: 0o600 });
  } finally {
    await services.close();
  }
}

await main(process.argv.slice(2));
