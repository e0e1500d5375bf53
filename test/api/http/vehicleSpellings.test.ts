import { addDays, dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../api/src/models/person';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let cases: FeedClient;
let journeys: FeedClient;

beforeAll(async () => {
  api = await startApi();
  cases = await buildFeedClient(api, 'cases');
  journeys = await buildFeedClient(api, 'journeys');
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

const ride = ({ idNumber }: BuiltPerson, vehicle: string, more: object = {}) => ({
  idNumber,
  kind: 'train',
  vehicle,
  carriage: '5',
  row: 10,
  date: addDays(today(), -2),
  ...more,
});

async function tell(...rows: object[]) {
  const { body } = await journeys.deliver(rows).expect(201);
  const { added, withdrawn, unchanged } = body.batch as Record<string, number>;

  return { added, withdrawn, unchanged };
}

async function fallIll({ idNumber }: BuiltPerson) {
  await cases.deliver([{ idNumber, kind: 'confirmed', date: today() }]).expect(201);
}

async function colourOf({ person }: BuiltPerson) {
  await new Recomputer(api.services).turn();

  return (await Person.findByPk(person.id))?.colour;
}

/** Makes the last row as it was stored while width and endings made another vehicle. */
async function storeAsOnce({ person }: BuiltPerson, vehicle: string) {
  const { database, index } = api.services;
  const date = addDays(today(), -2);
  const [row] = await database.read(
    'SELECT batch, line, valid_from FROM register_rows WHERE subject_index = ?',
    [person.identityIndex],
  );
  const [match, part] = [
    index.rowKey(['vehicle', 'train', vehicle, date]),
    index.rowKey(['carriage', 'train', vehicle, date, '5']),
  ];
  const said = ['journeys', String(person.identityIndex), 'train', date, Number(row?.valid_from), ''];
  const key = index.rowKey([...said, match.toString('hex'), part.toString('hex'), 10]);
  await database.bulk((link) =>
    link.execute(
      'UPDATE register_rows SET match_key = ?, part_key = ?, row_key = ? WHERE batch = ? AND line = ?',
      [match, part, key, Number(row?.batch), Number(row?.line)],
    ),
  );
}

test('passengers are found however the train is spelled, and those of another one are not', async () => {
  const spelled = ['Ｄ０１０２', 'd 102', 'D102次', 'D0102 次列车', 'D12', 'D1020'];
  const patient = await buildPerson(api.services);
  const passengers = await Promise.all(spelled.map(() => buildPerson(api.services)));
  const rows = passengers.map((passenger, at) => ride(passenger, spelled[at] ?? ''));
  await tell(ride(patient, 'D102'), ...rows);
  await fallIll(patient);
  const colours: unknown[] = [];
  for (const passenger of passengers) {
    colours.push(await colourOf(passenger));
  }
  expect(colours).toEqual(['orange', 'orange', 'orange', 'orange', 'green', 'green']);
});

test('the same journey in another spelling is the same record, and is taken back by either', async () => {
  const person = await buildPerson(api.services);
  expect(await tell(ride(person, 'G1234次'))).toMatchObject({ added: 1 });
  expect(await tell(ride(person, 'G1234'))).toMatchObject({ added: 0, unchanged: 1 });
  expect(await tell(ride(person, 'Ｇ１２３４', { operation: 'withdraw' }))).toMatchObject({ withdrawn: 1 });
});

test('a journey from before is found when it is delivered again, and goes when it is taken back', async () => {
  const [patient, passenger] = [await buildPerson(api.services), await buildPerson(api.services)];
  await tell(ride(passenger, 'G77次'));
  await storeAsOnce(passenger, 'G77次');
  await tell(ride(patient, 'G77'));
  await fallIll(patient);
  expect(await colourOf(passenger)).toBe('green');
  expect(await tell(ride(passenger, 'G77次'))).toMatchObject({ added: 1 });
  expect(await colourOf(passenger)).toBe('orange');
  expect(await tell(ride(passenger, 'G77次', { operation: 'withdraw' }))).toMatchObject({ withdrawn: 2 });
  expect(await colourOf(passenger)).toBe('green');
});
