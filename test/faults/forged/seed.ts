import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { Op } from 'sequelize';

import { migrations } from '../../../api/db/migrations';
import { newId } from '../../../api/src/base/ids';
import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { issueCard } from '../../../api/src/codes/paperCard';
import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import type { Services } from '../../../api/src/context';
import { Device } from '../../../api/src/models/device';
import { PaperCard } from '../../../api/src/models/paperCard';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { insertAll } from '../../bench/crew/insertAll';
import { seedDevices } from '../../bench/crew/seedDevices';
import { seedPersons } from '../../bench/crew/seedPersons';
import { seedPlaces, type SeededPoint } from '../../bench/crew/seedPlaces';
import { seedGuards } from '../../bench/crew/seedStaff';
import { makeCertificate } from '../../support/e2e/site/certificate';
import type { ForgedCrew } from './crewFile';

const persons = 400;
/** At each point. */
const [guardsPerPoint, devicesPerPoint] = [2, 4];

function cardValues(personId: string, reference: Buffer, now: number) {
  return {
    id: newId(now),
    personId,
    reference: reference.toString('hex'),
    unitId: null,
    staffId: null,
    issuedAt: now,
    revokedAt: null,
  };
}

/** Residents with a code, a number, a paper card, and a national code. */
async function seedPeople(services: Services): Promise<ForgedCrew['people']> {
  await seedPersons(services, persons);
  const now = services.clock.now();
  // Guards have no number.
  const residents = await Person.findAll({ where: { number: { [Op.not]: null } } });
  const made = residents.map((person) => ({ person, reference: randomBytes(8) }));
  const cards = made.map(({ person, reference }) => cardValues(person.id, reference, now));
  await insertAll(services, PaperCard, cards);

  return made.map(({ person, reference }, at) => ({
    reference: person.codeReference ?? '',
    number: person.number ?? '',
    card: issueCard(services.posterKeys.current, reference),
    national: `GJM-${at}-${person.codeReference ?? ''}`,
    idNumber: openField(services.vault, 'persons', 'id_number', person, person.idNumber),
  }));
}

/** Devices at all points; the last one is disabled. */
async function seedGates(services: Services, points: readonly SeededPoint[]) {
  const devices = await seedDevices(services, points, devicesPerPoint);
  const disabled = devices.pop();
  if (!disabled) {
    throw new Error('no devices');
  }
  await services.database.write((transaction) =>
    Device.update({ active: false }, { where: { id: disabled.id }, transaction }),
  );

  return { devices, disabled };
}

async function seedCrew(services: Services, units: number, folder: string): Promise<ForgedCrew> {
  const points = await seedPlaces(services, units);
  const guards = await seedGuards(services, points, guardsPerPoint);

  return {
    people: await seedPeople(services),
    ...(await seedGates(services, points)),
    guards: guards.map(({ sessionId, point }) => ({ sessionId, pointId: points[point]?.id ?? '' })),
    exchange: makeCertificate(folder, 'localhost'),
  };
}

/**
 * Fills an empty database and writes down whom the storm plays: `forgedSeed <crew file> <units>`. Beside the file lies the
 * certificate of the national exchange, `fullchain.pem`.
 */
async function main([file = '', units = '']: string[]): Promise<void> {
  const services = buildServices(loadSettings(process.env));
  try {
    await prepareDatabase(services, migrations);
    await deliverEmptyFeeds(services);
    const crew = await seedCrew(services, Number(units), path.dirname(file));
    writeFileSync(file, JSON.stringify(crew), { mode: 0o600 });
  } finally {
    await services.close();
  }
}

await main(process.argv.slice(2));
