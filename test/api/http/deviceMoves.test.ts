import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { auditEvents } from '../../support/api/auditEvents';
import { codeOf as codeFor, passOf } from '../../support/api/door';
import { buildDevice, type BuiltDevice } from '../../support/api/factories/buildDevice';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const minute = 60_000;
const late = '/device/scans/late';

interface Movable extends BuiltDevice {
  auth: Auth;
  /** Puts it at another point of its unit. @returns the id of that point */
  move(values?: { category?: string }): Promise<string>;
}

async function buildMovable(): Promise<Movable> {
  const built = await buildDevice(api);
  const { auth, unit } = await signedInStaff(api.services, { unit: { id: built.point.unitId } as never });

  return {
    ...built,
    auth,
    async move(values = {}) {
      const { id: pointId } = await buildPoint(api.services, { unit, values });
      const path = `/api/v1/unit/devices/${built.device.id}`;
      await api.request.patch(path).set(auth).send({ pointId }).expect(200);

      return pointId;
    },
  };
}

/** Somebody whom the gate let in by itself at this moment, told later. */
function passedNow(person: BuiltPerson) {
  return { id: checkInId(api.clock.now()), object: codeFor(api, person), decision: 'allow' };
}

function build(): Promise<BuiltPerson> {
  return buildPerson(api.services);
}

async function rowsAt(pointId: string): Promise<number> {
  return (await countsOf(api.services, pointId)).rows;
}

test('what a moved device tells late is counted where it stood then, also after several moves', async () => {
  const gate = await buildMovable();
  const first = passedNow(await build());
  api.clock.advance(minute);
  const second = await gate.move();
  const there = [passedNow(await build()), passedNow(await build())];
  api.clock.advance(minute);
  const third = await gate.move();
  const items = [first, ...there, passedNow(await build())];
  const { body } = await gate.client.post(late, { items }).expect(200);

  expect(body.items).toEqual(items.map(({ id }) => ({ id, taken: true, code: null })));
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, came: 1, inside: 1 });
  expect(await countsOf(api.services, second)).toMatchObject({ rows: 2, came: 2, inside: 2 });
  expect(await countsOf(api.services, third)).toMatchObject({ rows: 1, came: 1, inside: 1 });
});

test('a passage whose answer was lost counts once, though the device was moved before it is sent again', async () => {
  const gate = await buildMovable();
  const items = [passedNow(await build())];
  const answer = await gate.client.post(late, { items }).expect(200);
  api.clock.advance(minute);
  const other = await gate.move();

  expect((await gate.client.post(late, { items }).expect(200)).body).toEqual(answer.body);
  expect([await rowsAt(gate.point.id), await rowsAt(other)]).toEqual([1, 0]);
});

test('the same holds for a check whose answer was lost; the next one is of the new place', async () => {
  const gate = await buildMovable();
  const person = await build();
  const asked = { id: checkInId(api.clock.now()), object: codeFor(api, person), mask: true };
  const first = await gate.client.post('/device/scans', asked).expect(200);
  api.clock.advance(1_000);
  const other = await gate.move();

  expect((await gate.client.post('/device/scans', asked).expect(200)).body).toEqual(first.body);
  const next = { ...asked, id: checkInId(api.clock.now()) };
  await gate.client.post('/device/scans', next).expect(200);
  expect([await rowsAt(gate.point.id), await rowsAt(other)]).toEqual([1, 1]);
});

test('whether passes are taken is what the place of then says', async () => {
  const gate = await buildMovable();
  const [before, after] = [await build(), await build()];
  const showing = (person: BuiltPerson) => ({
    id: checkInId(api.clock.now()),
    object: passOf(api, person),
    decision: 'allow',
  });
  const atMall = showing(before);
  api.clock.advance(minute);
  await gate.move({ category: 'medical' });
  const { body } = await gate.client.post(late, { items: [atMall, showing(after)] }).expect(200);

  expect(body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, 'pass_not_taken']);
});

test('a move leaves its trace; a change that moves nothing leaves none', async () => {
  const gate = await buildMovable();
  const path = `/api/v1/unit/devices/${gate.device.id}`;
  const kept = { pointId: gate.point.id, name: '南门' };
  await api.request.patch(path).set(gate.auth).send(kept).expect(200);
  const moves = () =>
    api.services.database.select('SELECT id, point_id FROM device_moves WHERE device_id = ?', [
      gate.device.id,
    ]);
  expect(await moves()).toEqual([]);
  await gate.move();
  const [row] = await moves();

  expect(row?.point_id).toBe(gate.point.id);
  const actions = (await auditEvents(api.services, String(row?.id))).map(({ action }) => action);
  expect(actions).toEqual(['device_moves.create']);
});
