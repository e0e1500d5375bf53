import { dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../api/src/models/person';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let medicine: FeedClient;
let codes: string[];

beforeAll(async () => {
  api = await startApi();
  medicine = await buildFeedClient(api, 'medicine');
  codes = api.services.config.drugCodes.codes.map(({ code }) => code);
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

function bought({ idNumber }: BuiltPerson, which: number, more: object = {}) {
  return { idNumber, drugCode: codes[which], date: today(), ...more };
}

async function colourOf({ person }: BuiltPerson) {
  await new Recomputer(api.services).turn();

  return (await Person.findByPk(person.id))?.colour;
}

async function tell(...rows: object[]) {
  const { body } = await medicine.deliver(rows).expect(201);
  const { added, withdrawn, unchanged } = body.batch as Record<string, number>;

  return { added, withdrawn, unchanged };
}

/** As rows were stored before the code of the medicine was part of their keys. */
async function storeAsBefore({ person }: BuiltPerson) {
  const { database, index } = api.services;
  const subject = person.identityIndex;
  const [row] = await database.read(
    "SELECT batch, line, date, valid_from FROM facts WHERE subject_index = ? AND source = 'medicine'",
    [subject],
  );
  const { date, valid_from: from, batch, line } = row as Record<string, string | number>;
  const key = index.rowKey(['medicine', subject, 'purchase', String(date), Number(from), '', '', '', '']);
  await database.write((tx) =>
    database.execute(
      'UPDATE facts SET row_key = ? WHERE batch = ? AND line = ?',
      [key, Number(batch), Number(line)],
      tx,
    ),
  );
}

test('two medicines of a day are two records: taking one back leaves the other', async () => {
  const person = await buildPerson(api.services);
  expect(await tell(bought(person, 0), bought(person, 1))).toMatchObject({ added: 2 });
  const lower = String(codes[0]).toLowerCase();
  expect(await tell(bought(person, 0, { drugCode: lower }))).toMatchObject({ added: 0, unchanged: 1 });
  expect(await tell(bought(person, 0, { operation: 'withdraw' }))).toMatchObject({ withdrawn: 1 });
  expect(await colourOf(person)).toBe('orange');
  expect(await tell(bought(person, 1, { operation: 'withdraw' }))).toMatchObject({ withdrawn: 1 });
  expect(await colourOf(person)).toBe('green');
});

test('a record from before is found when it is delivered again, and when it is taken back', async () => {
  const person = await buildPerson(api.services);
  await tell(bought(person, 0));
  await storeAsBefore(person);
  expect(await tell(bought(person, 0))).toMatchObject({ added: 0, unchanged: 1 });
  expect(await tell(bought(person, 0, { operation: 'withdraw' }))).toMatchObject({ withdrawn: 1 });
  expect(await colourOf(person)).toBe('green');
});
