import { addDays, dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../api/src/models/person';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let recomputer: Recomputer;
let cases: FeedClient;
let journeys: FeedClient;
let households: FeedClient;
let sealed: FeedClient;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  cases = await buildFeedClient(api, 'cases');
  journeys = await buildFeedClient(api, 'journeys');
  households = await buildFeedClient(api, 'households');
  sealed = await buildFeedClient(api, 'sealed');
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);
const daysAgo = (days: number) => addDays(today(), -days);

async function stored({ person }: BuiltPerson) {
  // What is derived starts a run of its own.
  await recomputer.turn();

  return Person.findByPk(person.id);
}

async function colourOf(built: BuiltPerson) {
  return (await stored(built))?.colour;
}

const ill = ({ idNumber }: BuiltPerson, more: object = {}) => ({
  idNumber,
  kind: 'confirmed',
  date: today(),
  ...more,
});

const ride = ({ idNumber }: BuiltPerson, more: object = {}) => ({
  idNumber,
  kind: 'train',
  vehicle: 'G1234',
  carriage: '5',
  row: 10,
  date: daysAgo(3),
  ...more,
});

function people(count: number): Promise<BuiltPerson[]> {
  return Promise.all(Array.from({ length: count }, () => buildPerson(api.services)));
}

test('who sat within three rows of a case becomes a contact, and nobody else', async () => {
  const [patient, near, edge, far, otherCar, otherDay] = (await people(6)) as [
    BuiltPerson,
    BuiltPerson,
    BuiltPerson,
    BuiltPerson,
    BuiltPerson,
    BuiltPerson,
  ];
  await journeys
    .deliver([
      ride(patient),
      ride(near, { row: 11 }),
      ride(edge, { row: 7 }),
      ride(far, { row: 14 }),
      ride(otherCar, { carriage: '6' }),
      ride(otherDay, { date: daysAgo(4) }),
    ])
    .expect(201);
  expect(await colourOf(near)).toBe('green');

  await cases.deliver([ill(patient)]).expect(201);
  expect(await colourOf(patient)).toBe('orange');
  expect(await colourOf(near)).toBe('orange');
  expect(await colourOf(edge)).toBe('orange');
  for (const other of [far, otherCar, otherDay]) {
    expect(await colourOf(other)).toBe('green');
  }
  const reasons = JSON.parse((await stored(near))?.reasons ?? '[]') as object[];
  expect(reasons).toMatchObject([{ rule: 'contacts', kind: 'train', date: daysAgo(3) }]);

  // The case was none: what followed from it is closed, and nothing is deleted.
  await cases.deliver([ill(patient, { operation: 'withdraw' })]).expect(201);
  expect(await colourOf(near)).toBe('green');
  expect(await colourOf(patient)).toBe('green');
});

test('a coach is one room, and a seat that is not known may have been anywhere', async () => {
  const [patient, coach, unknown] = (await people(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const bus = { kind: 'coach', vehicle: '闽A 12345', carriage: undefined, row: undefined };
  await journeys
    .deliver([
      ride(patient, bus),
      ride(coach, { ...bus, vehicle: '闽A12345' }),
      ride(patient, { kind: 'flight', vehicle: 'MF8101' }),
      ride(unknown, { kind: 'flight', vehicle: 'MF8101', row: undefined }),
    ])
    .expect(201);
  await cases.deliver([ill(patient)]).expect(201);
  expect([await colourOf(coach), await colourOf(unknown)]).toEqual(['orange', 'orange']);
});

describe('a carriage', () => {
  test.each(['05', '５', '5车', '第 5 车厢', '05号车厢'])('written %s is carriage 5', async (carriage) => {
    const [patient, near, far, other] = (await people(4)) as [
      BuiltPerson,
      BuiltPerson,
      BuiltPerson,
      BuiltPerson,
    ];
    const train = { vehicle: `K${newId(api.clock.now()).slice(-8)}` };
    await journeys
      .deliver([
        ride(patient, train),
        ride(near, { ...train, carriage }),
        ride(far, { ...train, carriage, row: 20 }),
        ride(other, { ...train, carriage: '15' }),
      ])
      .expect(201);
    await cases.deliver([ill(patient)]).expect(201);
    expect(await Promise.all([near, far, other].map(colourOf))).toEqual(['orange', 'green', 'green']);
  });

  test.each([
    ['of the case', { carriage: undefined }, {}],
    ['of a passenger', {}, { carriage: undefined, row: 30 }],
    ['that says nothing', {}, { carriage: '不详', row: 30 }],
  ])('%s that is not known may be any', async (_what, ofPatient, ofPassenger) => {
    const [patient, passenger] = (await people(2)) as [BuiltPerson, BuiltPerson];
    const train = { vehicle: `K${newId(api.clock.now()).slice(-8)}` };
    await journeys
      .deliver([ride(patient, { ...train, ...ofPatient }), ride(passenger, { ...train, ...ofPassenger })])
      .expect(201);
    await cases.deliver([ill(patient)]).expect(201);
    expect(await colourOf(passenger)).toBe('orange');
  });

  test('means nothing in a plane', async () => {
    const [patient, near] = (await people(2)) as [BuiltPerson, BuiltPerson];
    const flight = { kind: 'flight', vehicle: 'MF8777' };
    await journeys
      .deliver([ride(patient, { ...flight, carriage: undefined }), ride(near, { ...flight, carriage: '1' })])
      .expect(201);
    await cases.deliver([ill(patient)]).expect(201);
    expect(await colourOf(near)).toBe('orange');
  });
});

test('a journey long before the illness makes nobody a contact, and one that comes later does', async () => {
  const [patient, before, later] = (await people(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  await cases.deliver([ill(patient)]).expect(201);
  await journeys
    .deliver([
      ride(patient, { vehicle: 'D1', date: daysAgo(15) }),
      ride(before, { vehicle: 'D1', date: daysAgo(15) }),
      ride(patient, { vehicle: 'D2', date: daysAgo(14) }),
      ride(later, { vehicle: 'D2', date: daysAgo(14) }),
    ])
    .expect(201);
  expect([await colourOf(before), await colourOf(later)]).toEqual(['green', 'orange']);
});

describe('a sealed community', () => {
  const home = ({ idNumber }: BuiltPerson, more: object = {}) => ({
    idNumber,
    division: '350102',
    community: '示例 花园',
    building: '3幢',
    ...more,
  });

  test('turns who lives there, as long as it is sealed', async () => {
    const [inside, other, elsewhere] = (await people(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
    await households
      .deliver([home(inside), home(other, { building: '5幢' }), home(elsewhere, { community: '别处' })])
      .expect(201);
    const seal = { division: '350102', community: '示例花园', building: '３幢', date: today() };
    await sealed.deliver([seal]).expect(201);
    expect(await Promise.all([inside, other, elsewhere].map(colourOf))).toEqual(['orange', 'green', 'green']);

    await sealed.deliver([{ ...seal, building: undefined }]).expect(201);
    expect(await Promise.all([inside, other, elsewhere].map(colourOf))).toEqual([
      'orange',
      'orange',
      'green',
    ]);
    await sealed.deliver([]).expect(201);
    expect(await Promise.all([inside, other].map(colourOf))).toEqual(['green', 'green']);
  });

  test.each([
    ['350102', '350102001001', 'orange'],
    ['350102001001', '350102', 'orange'],
    ['350102001000', '350102001001', 'orange'],
    ['350102000000', '350102001001', 'orange'],
    ['350102001001', '350102001001', 'orange'],
    ['350102001001', '350102002001', 'green'],
    ['350103', '350102', 'green'],
  ])('of division %s and somebody of %s: %s', async (division, own, colour) => {
    const [inside] = (await people(1)) as [BuiltPerson];
    const community = `阳光小区${newId(api.clock.now()).slice(-8)}`;
    await households.deliver([home(inside, { division: own, community })]).expect(201);
    await sealed.deliver([{ division, community, date: today() }]).expect(201);
    expect(await colourOf(inside)).toBe(colour);
  });

  test('of one building means whose building is not known, too', async () => {
    const [unknown] = (await people(1)) as [BuiltPerson];
    await households.deliver([home(unknown, { community: '无楼苑', building: undefined })]).expect(201);
    await sealed
      .deliver([{ division: '350102', community: '无楼苑', building: '3幢', date: today() }])
      .expect(201);
    expect(await colourOf(unknown)).toBe('orange');
  });

  test('may be sealed from tomorrow on: until then nobody is turned', async () => {
    const [inside] = (await people(1)) as [BuiltPerson];
    await households.deliver([home(inside, { community: '明日苑' })]).expect(201);
    await sealed
      .deliver([
        { division: '350102', community: '明日苑', date: addDays(today(), 1), until: addDays(today(), 3) },
      ])
      .expect(201);
    const person = await stored(inside);
    expect(person?.colour).toBe('green');
    expect(Number(person?.colourUntil)).toBeGreaterThan(api.clock.now());
  });
});

test('deriving again without a change does nothing to anybody', async () => {
  const count = () => FeedBatch.count({ where: { origin: 'derived', state: 'inForce' } });
  const rowsOf = async () => {
    const [row] = await api.services.database.select(
      'SELECT COUNT(*) AS count FROM facts f JOIN feed_batches b ON b.number = f.batch WHERE b.origin = ?',
      ['derived'],
    );

    return Number(row?.count);
  };
  const [batches, rows] = [await count(), await rowsOf()];
  const stranger = await buildPerson(api.services);
  await journeys.deliver([ride(stranger, { vehicle: 'Z99' })]).expect(201);
  await recomputer.turn();
  expect(await count()).toBe(batches + 1);
  expect(await rowsOf()).toBe(rows);
});
