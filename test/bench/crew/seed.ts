import { writeFileSync } from 'node:fs';

import { migrations } from '../../../api/db/migrations';
import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import type { Crew } from './crewFile';
import { seedDevices } from './seedDevices';
import { seedGuards, seedReaders } from './seedStaff';
import { seedPersons } from './seedPersons';
import { seedPlaces } from './seedPlaces';

/** Of each unit. */
const readersPerUnit = 10;

/** Fills an empty database and writes down whom the load plays: `seed <crew file> <persons> <units> <guards per point>`. */
async function main([file = '', persons = '', units = '', guardsPerPoint = '']: string[]): Promise<void> {
  const services = buildServices(loadSettings(process.env));
  try {
    await prepareDatabase(services, migrations);
    await deliverEmptyFeeds(services);
    const points = await seedPlaces(services, Number(units));
    const crew: Crew = {
      points: points.map(({ id, poster }) => ({ id, poster })),
      guards: await seedGuards(services, points, Number(guardsPerPoint)),
      devices: await seedDevices(services, points, Number(guardsPerPoint)),
      readers: await seedReaders(services, points, readersPerUnit),
      persons: await seedPersons(services, Number(persons)),
    };
    writeFileSync(file, JSON.stringify(crew), { mode: 0o600 });
  } finally {
    await services.close();
  }
}

await main(process.argv.slice(2));
