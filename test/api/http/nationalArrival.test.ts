import { Op } from 'sequelize';

import { purgePassages } from '../../../api/src/jobs/purgePassages';
import { purgeVisitors } from '../../../api/src/jobs/purgeVisitors';
import { Person } from '../../../api/src/models/person';
import { openDoor, scan } from '../../support/api/door';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function codeOf(idNumber: string, colour = 'green'): string {
  return `GK:${colour}:420000:resident:${idNumber}`;
}

function personOf(idNumber: string) {
  const identityIndex = api.services.index.identity('resident', idNumber);

  return Person.findOne({ where: { identityIndex } });
}

test('who arrives with the national code alone is let in by it, and has no code here by that', async () => {
  const idNumber = inventIdNumber();
  const { body } = await scan(api, await openDoor(api), codeOf(idNumber), { mask: true }).expect(200);

  expect(body).toMatchObject({ object: 'national', colour: 'green', decision: 'allow' });
  expect(body.person.idNumber).not.toBe(idNumber);
  expect(await personOf(idNumber)).toMatchObject({ level: 2, claimedAt: null, number: null });
});

test('another province that warns, or a record of this one about the document, stops', async () => {
  const door = await openDoor(api);
  const [warned, reported] = [inventIdNumber(), inventIdNumber()];
  await buildFact(api.services, reported);
  const colours = [];
  for (const code of [codeOf(warned, 'red'), codeOf(reported)]) {
    const { body } = await scan(api, door, code).expect(200);
    colours.push([body.colour, body.decision]);
  }

  expect(colours).toEqual([
    ['orange', 'stop'],
    ['orange', 'stop'],
  ]);
});

test('two doors that meet somebody at once make one person', async () => {
  const idNumber = inventIdNumber();
  const doors = await Promise.all([openDoor(api), openDoor(api), openDoor(api)]);
  const answers = await Promise.all(doors.map((door) => scan(api, door, codeOf(idNumber))));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { id } = (await personOf(idNumber)) ?? {};
  const rows = await api.services.database.select(
    'SELECT COUNT(*) AS count FROM passages WHERE person_id = ?',
    [Buffer.from(String(id).replaceAll('-', ''), 'hex')],
  );
  expect(Number(rows[0]?.count)).toBe(3);
});

test('is forgotten with the last passage, and never when there is a code here', async () => {
  const [passing, staying] = [inventIdNumber(), await buildPerson(api.services)];
  const door = await openDoor(api);
  await scan(api, door, codeOf(passing)).expect(200);
  await scan(api, door, codeOf(staying.idNumber)).expect(200);
  api.clock.advance(29 * dayMs);
  await purgeVisitors(api.services);
  expect(await personOf(passing)).not.toBeNull();

  api.clock.advance(4 * dayMs);
  await purgePassages(api.services);
  await purgeVisitors(api.services);
  expect(await personOf(passing)).toBeNull();
  expect(await personOf(staying.idNumber)).not.toBeNull();
  expect(
    await Person.count({ where: { level: 2, createdAt: { [Op.lt]: api.clock.now() - 31 * dayMs } } }),
  ).toBe(0);
});
