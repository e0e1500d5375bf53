import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../api/src/models/person';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { startApi, type TestApi } from '../../support/api/testApi';

const division = '350102';

let api: TestApi;
let households: FeedClient;
let sealed: FeedClient;

beforeAll(async () => {
  api = await startApi();
  households = await buildFeedClient(api, 'households');
  sealed = await buildFeedClient(api, 'sealed');
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);
const named = (name: string) => `${name}${newId(api.clock.now()).slice(-6).toUpperCase()}`;
const follow = () => new Recomputer(api.services).turn();

type Spelled = readonly [community: string, building: string];

/** Somebody for each home, in its order. */
async function settle(homes: readonly Spelled[]) {
  const people = await Promise.all(homes.map(() => buildPerson(api.services)));
  const rows = homes.map(([community, building], at) => ({
    idNumber: people[at]?.idNumber,
    division,
    community,
    building,
  }));
  await households.deliver(rows).expect(201);

  return { people, rows };
}

async function seal(places: readonly Spelled[]) {
  const rows = places.map(([community, building]) => ({ division, community, building, date: today() }));
  const { body } = await sealed.deliver(rows).expect(201);
  await follow();

  return body.batch as { id: string; added: number; unchanged: number; closed: number; state: string };
}

async function coloursOf(people: readonly { person: Person }[]) {
  const rows = await Promise.all(people.map(({ person }) => Person.findByPk(person.id)));

  return rows.map((row) => row?.colour);
}

async function matchesOf(id: string) {
  const { auth } = await signedInStaff(api.services, { roles: ['auditor'] });
  const { body } = await api.request
    .get(`/api/v1/operator/feeds/sealed/batches/${id}/matches`)
    .set(auth)
    .expect(200);

  return body as Record<string, unknown>;
}

/** Makes rows as they were stored while every spelling was a place of its own. */
async function storeAsOnce(source: string, places: readonly Spelled[]) {
  const { database, index } = api.services;
  const [last] = await database.read('SELECT MAX(batch) AS batch FROM register_rows WHERE source = ?', [
    source,
  ]);
  for (const [at, [community, building]] of places.entries()) {
    const keys = [
      index.rowKey(['community', division, community]),
      index.rowKey(['building', division, community, building]),
    ];
    const where = [Number(last?.batch), at + 1];
    const [row] = await database.read('SELECT * FROM register_rows WHERE batch = ? AND line = ?', where);
    const said = [row?.subject_index ?? '', row?.kind, row?.date, Number(row?.valid_from), ''].map((cell) =>
      typeof cell === 'number' ? cell : String(cell),
    );
    const rowKey = index.rowKey([source, ...said, ...keys.map((key) => key.toString('hex')), '']);
    await database.bulk(async (link) => {
      await link.execute(
        'UPDATE register_rows SET match_key = ?, part_key = ?, row_key = ? WHERE batch = ? AND line = ?',
        [...keys, rowKey, ...where],
      );
      await link.execute('DELETE FROM seal_places WHERE batch = ? AND line = ?', where);
    });
  }
}

test('homes are found however community and building are spelled, and no others', async () => {
  const name = named('阳光花园');
  const { people } = await settle([
    [name, '3号楼'],
    [name, '3幢'],
    [name, '3'],
    [name, '03号楼'],
    [name, '三号楼'],
    [`${name}小区`, '3号楼'],
    [name, '3号楼2单元501'],
    [name, '13号楼'],
    [name, '3-1号楼'],
    [`${name}二期`, '3号楼'],
  ]);
  await seal([[name, '3号楼']]);
  expect(await coloursOf(people)).toEqual([...Array<string>(7).fill('orange'), 'green', 'green', 'green']);
  await seal([]);
  expect(new Set(await coloursOf(people))).toEqual(new Set(['green']));
});

test('a list says how many people it found where, and names where nobody was', async () => {
  const name = named('月光苑');
  await settle([
    [name, '2幢'],
    [`${name}小区`, '2'],
  ]);
  const before = await seal([[name, '2号楼']]);
  const batch = await seal([
    [name, '2号楼'],
    [named('无人苑'), '1幢'],
  ]);
  expect(await matchesOf(batch.id)).toMatchObject({
    state: 'compared',
    seals: 2,
    unmatched: 1,
    matchedPlaces: [{ division, community: name, building: '2号楼', people: 2 }],
    unmatchedPlaces: [{ division, community: expect.stringMatching('无人苑'), building: '1幢' }],
  });
  expect(await matchesOf(before.id)).toMatchObject({ state: 'superseded', unmatchedPlaces: [] });

  // The same list again changes nothing, and is compared again.
  const again = await seal([
    [name, '2号楼'],
    [named('无人苑'), '1幢'],
  ]);
  expect(await matchesOf(again.id)).toMatchObject({ state: 'compared', seals: 2, unmatched: 1 });
});

test('a list that is refused leaves no name of what it would have sealed', async () => {
  const count = async () => {
    const [row] = await api.services.database.read('SELECT COUNT(*) AS count FROM seal_places', []);

    return Number(row?.count);
  };
  const before = await count();
  const rows = [{ division, community: named('未封苑'), building: '1幢', date: today() }];
  await sealed.deliver(rows, { query: '&rows=2' }).expect(422);
  sealed.rewind();
  expect(await count()).toBe(before);
});

test('other feeds seal nothing', async () => {
  const { body } = await households.deliver([]).expect(201);
  const { auth } = await signedInStaff(api.services, { roles: ['auditor'] });
  await api.request
    .get(`/api/v1/operator/feeds/households/batches/${body.batch.id}/matches`)
    .set(auth)
    .expect(404);
});

describe('rows from the time when every spelling was a place of its own', () => {
  test('are found by usual spellings of what is sealed now', async () => {
    const name = named('星光里');
    const homes: Spelled[] = [
      [`${name}小区`, '3幢'],
      [name, '03号楼'],
      [name, '5幢'],
    ];
    const { people } = await settle(homes);
    await storeAsOnce('households', homes);
    await seal([[name, '三号楼']]);
    expect(await coloursOf(people)).toEqual(['orange', 'orange', 'green']);
    await seal([]);
    expect(await coloursOf(people)).toEqual(['green', 'green', 'green']);
  });

  test('stay on record beside those of now, and are taken back with them', async () => {
    const name = named('晨光里');
    const homes: Spelled[] = [[`${name}小区`, '3幢2单元']];
    const { people, rows } = await settle(homes);
    await storeAsOnce('households', homes);
    await seal([[name, '3号楼']]);
    expect(await coloursOf(people)).toEqual(['green']);
    const { body } = await households.deliver(rows).expect(201);
    expect(body.batch).toMatchObject({ added: 1, unchanged: 0 });
    await follow();
    expect(await coloursOf(people)).toEqual(['orange']);
    const withdrawn = await households
      .deliver(rows.map((row) => ({ ...row, operation: 'withdraw' })))
      .expect(201);
    expect(withdrawn.body.batch).toMatchObject({ withdrawn: 2 });
    await follow();
    expect(await coloursOf(people)).toEqual(['green']);
  });

  test('keep a community sealed that the next list seals again, in whatever spelling', async () => {
    const name = named('霞光里');
    const homes: Spelled[] = [[`${name}小区`, '3幢']];
    const { people } = await settle(homes);
    await storeAsOnce('households', homes);
    await seal(homes);
    await storeAsOnce('sealed', homes);
    await seal(homes);
    expect(await coloursOf(people)).toEqual(['orange']);
    const batch = await seal([[name, '3号楼']]);
    expect(batch).toMatchObject({ state: 'inForce' });
    expect(await coloursOf(people)).toEqual(['orange']);
  });
});
