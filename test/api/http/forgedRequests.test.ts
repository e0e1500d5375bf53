import { httpForgeries } from '../../support/forgery/http/forgedRequests';
import type { DeviceAtDoor, DoorWorld, GuardAtDoor, Holder } from '../../support/forgery/http/doorWorld';
import { Exchange, settingsOf } from '../../support/forgery/http/exchange';
import { stormDoors } from '../../support/forgery/http/storm';
import { cardOf, openDoor } from '../../support/api/door';
import { buildDevice } from '../../support/api/factories/buildDevice';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(120_000);

let api: TestApi;
const exchange = new Exchange();

beforeAll(async () => {
  await exchange.start();
  api = await startApi({ settings: settingsOf(exchange, exchange.url) });
});

afterAll(async () => {
  await api.close();
  await exchange.stop();
});

/** Of each kind. */
const tries = 6;

function several<T>(count: number, build: (at: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => build(at)));
}

async function buildHolder(at: number): Promise<Holder> {
  const built = await buildPerson(api.services);
  const { codeReference, number } = built.person;
  const national = `GJM-${at}-${codeReference ?? ''}`;
  exchange.knows(national, built.idNumber);

  return {
    reference: Buffer.from(codeReference ?? '', 'hex'),
    number: number ?? '',
    card: await cardOf(api, built),
    national,
  };
}

async function buildGate(active: boolean): Promise<DeviceAtDoor> {
  const { device, client } = await buildDevice(api, { values: { active } });

  return { id: device.id, privateKey: client.privateKey };
}

async function buildGuard(): Promise<GuardAtDoor> {
  const { auth, point } = await openDoor(api);

  return { authorization: auth.authorization ?? '', pointId: point.id };
}

async function openWorld(): Promise<DoorWorld> {
  const { codeKeys, posterKeys } = api.services;

  return {
    url: api.url,
    codeKeys,
    posterKeys,
    people: await several(8, buildHolder),
    devices: await several(6, () => buildGate(true)),
    guards: await several(4, buildGuard),
    disabled: await buildGate(false),
    now: () => api.clock.now(),
    pass: async (ms) => api.clock.advance(ms),
  };
}

async function rows(): Promise<number> {
  const [row] = await api.services.database.select('SELECT COUNT(*) AS n FROM passages');

  return Number(row?.n);
}

test('of forged requests of every kind none is accepted or leaves a passage, and every genuine one does', async () => {
  const world = await openWorld();
  const { kinds, genuine, faults } = await stormDoors(world, httpForgeries.length * tries);
  const wanted = Object.fromEntries(
    httpForgeries.map(({ name }) => [name, { refused: tries, limited: 0, accepted: 0 }]),
  );

  expect(faults).toEqual([]);
  expect(kinds).toMatchObject(wanted);
  expect(genuine).toBeGreaterThan(60);
  expect(await rows()).toBe(genuine);
});

test('who guesses without end is slowed down, and still accepted with a good code', async () => {
  const { kinds, faults } = await stormDoors(await openWorld(), 0);
  const { refused, limited, accepted } = kinds['number: guessed without end, by staff'] ?? {};

  expect([refused, limited, accepted]).toEqual([30, 20, 0]);
  expect(kinds['number: guessed without end, by a device']).toEqual({
    refused: 30,
    limited: 20,
    accepted: 0,
  });
  expect(faults).toEqual([]);
});
