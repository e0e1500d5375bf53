import { writeFileSync } from 'node:fs';

import { migrations } from '../../../api/db/migrations';
import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import { seedPlaces } from '../crew/seedPlaces';
import { seedGuards } from '../crew/seedStaff';
import type { Cast } from './cast';
import { seedKeys, seedOperators, seedRules } from './seedOperators';
import { seedPeople } from './seedPeople';

const guardsPerPoint = 8;

/** Fills an empty database: `seed <cast file> <people> <crew> <units> <public key of the sources>`. */
async function main([
  file = '',
  people = '',
  crew = '',
  units = '',
  publicKey = '',
]: string[]): Promise<void> {
  const services = buildServices(loadSettings(process.env));
  try {
    await prepareDatabase(services, migrations);
    await deliverEmptyFeeds(services);
    await seedRules(services);
    const points = await seedPlaces(services, Number(units));
    const cast: Cast = {
      points: points.map(({ id, poster }) => ({ id, poster })),
      devices: [],
      guards: await seedGuards(services, points, guardsPerPoint),
      readers: [],
      operators: await seedOperators(services),
      feedKeys: await seedKeys(services, publicKey),
      persons: await seedPeople(services, Number(people), Number(crew)),
    };
    writeFileSync(file, JSON.stringify(cast), { mode: 0o600 });
  } finally {
    await services.close();
  }
}

await main(process.argv.slice(2));
