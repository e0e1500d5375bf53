import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { cardOf } from '../../support/api/door';
import { DeviceClient, newNonce, type DeviceSending } from '../../support/api/deviceClient';
import { buildDevice, type BuiltDevice } from '../../support/api/factories/buildDevice';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let gate: BuiltDevice;

beforeAll(async () => {
  api = await startApi();
  gate = await buildDevice(api);
});

afterAll(() => api.close());

function qrOf({ person }: BuiltPerson, shift = 0): string {
  const reference = Buffer.from(person.codeReference ?? '', 'hex');
  const now = api.clock.now() + shift;

  return issuePersonalCode(api.services.codeKeys.current, { reference, colour: 1, now });
}

function scan(
  { client }: BuiltDevice,
  object: string,
  given: Partial<DeviceSending> = {},
  more: object = {},
) {
  return client.post('/device/scans', { id: checkInId(api.clock.now()), object, mask: true, ...more }, given);
}

function beat({ client }: BuiltDevice, given: Partial<DeviceSending> = {}) {
  const clock = api.clock.now();

  return client.post('/device/heartbeats', { firmware: '1.0.3', clock, queued: 0 }, given);
}

function managerOf({ point }: BuiltDevice) {
  return signedInStaff(api.services, { unit: { id: point.unitId } as never, roles: ['manager'] });
}

async function refusalsOf(built: BuiltDevice): Promise<Record<string, number>> {
  const { auth } = await managerOf(built);
  const { body } = await api.request.get('/api/v1/unit/devices').set(auth).expect(200);
  const shown = body.items.find(({ id }: { id: string }) => id === built.device.id);

  return Object.fromEntries(
    shown.refusals.map(({ cause, count }: { cause: string; count: number }) => [cause, count]),
  );
}

test('a device checks a person: colour, decision and a masked name, signed for this request only', async () => {
  const person = await buildPerson(api.services);
  const nonce = newNonce();
  const answer = await scan(gate, qrOf(person), { nonce }, { temperature: 36.5 }).expect(200);

  expect(Object.keys(answer.body).sort()).toEqual(
    ['at', 'colour', 'decision', 'direction', 'id', 'name', 'object', 'wants', 'why'].sort(),
  );
  expect(answer.body).toMatchObject({ object: 'code', colour: 'green', decision: 'allow' });
  expect(answer.text).not.toContain(person.name);
  expect(answer.text).not.toContain(person.idNumber.slice(0, 6));
  expect(gate.client.trusts(answer, nonce)).toBe(true);
  expect(gate.client.trusts(answer, newNonce())).toBe(false);
  expect(gate.client.trusts(answer, nonce, gate.device.id.replace(/.$/, 'x'))).toBe(false);
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, inside: 1 });
  const [row] = await api.services.database.select('SELECT staff_id, device_id FROM passages');
  expect(row?.staff_id).toBeNull();
  expect(Buffer.from(row?.device_id as Uint8Array).toString('hex')).toBe(gate.device.id.replaceAll('-', ''));
});

test('the long way signs as the short one does', async () => {
  const nonce = newNonce();
  const answer = await beat(gate, { nonce }).expect(200);
  expect(gate.client.trusts(answer, nonce)).toBe(true);
  expect(answer.body).toMatchObject({ active: true, point: { id: gate.point.id }, name: '东门闸机' });
  expect(Math.abs(answer.body.serverTime - api.clock.now())).toBeLessThan(5_000);
});

test('what is refused is signed as well: input, objects, signatures', async () => {
  const tries: [string, number, (nonce: string) => Promise<never>][] = [
    ['object_unknown', 422, (nonce) => scan(gate, '不知道是什么', { nonce }) as never],
    ['invalid_input', 400, (nonce) => scan(gate, 'x', { nonce }, { colour: 'green' }) as never],
    ['signature_refused', 401, (nonce) => scan(gate, 'x', { nonce, signedBody: 'y' }) as never],
  ];
  for (const [code, status, send] of tries) {
    const nonce = newNonce();
    const answer = (await send(nonce)) as never as Awaited<ReturnType<typeof scan>>;
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(gate.client.trusts(answer, nonce)).toBe(true);
  }
});

test('every wrong field is named', async () => {
  const answer = await gate.client
    .post('/device/heartbeats', { clock: -1, queued: 1.5, more: 1 })
    .expect(400);
  expect(Object.keys(faultsOf(answer))).toEqual(['clock', 'firmware', 'more', 'queued']);
});

describe('a request', () => {
  const device = () => new DeviceClient(api);
  const cases: [string, string, () => Partial<DeviceSending>][] = [
    ['without a signature', 'signature_missing', () => ({ headers: { 'Anxing-Signature': '' } })],
    ['without a key', 'signature_missing', () => ({ headers: { 'Anxing-Key': '' } })],
    ['without a digest', 'signature_missing', () => ({ headers: { 'Content-Digest': '' } })],
    ['without a time', 'signature_missing', () => ({ headers: { 'Anxing-Time': '' } })],
    ['with a short nonce', 'signature_missing', () => ({ nonce: 'short' })],
    ['of a device that nobody knows', 'signature_refused', () => ({ keyId: checkInId() })],
    ['signed by another key', 'signature_refused', () => ({ privateKey: device().privateKey })],
    ['signed for another path', 'signature_refused', () => ({ signedPath: '/api/v1/device/scans' })],
    ['with another body than was signed', 'signature_refused', () => ({ signedBody: '{}' })],
  ];

  test.each(cases)('%s is refused', async (_, code, given) => {
    expect(codeOf(await beat(gate, given()).expect(401))).toBe(code);
  });

  test('comes once', async () => {
    const nonce = newNonce();
    await beat(gate, { nonce }).expect(200);
    expect(codeOf(await beat(gate, { nonce }).expect(401))).toBe('signature_replayed');
  });

  test('with a wrong clock is refused with the time', async () => {
    for (const shift of [-301_000, 301_000]) {
      const answer = await beat(gate, { time: api.clock.now() + shift }).expect(401);
      expect(codeOf(answer)).toBe('signature_skewed');
      expect(Math.abs(answer.body.error.serverTime - api.clock.now())).toBeLessThan(5_000);
    }
  });

  test('of staff who are signed in is none of a device', async () => {
    const { auth } = await managerOf(gate);
    const answer = await api.request.get('/api/v1/device/keys').set(auth).expect(401);
    expect(codeOf(answer)).toBe('signature_missing');
  });
});

test('refused requests are counted by cause and shown to the unit; a huge body is not read', async () => {
  const built = await buildDevice(api);
  const { client } = built;
  await beat(built, { time: api.clock.now() - 400_000 }).expect(401);
  await beat(built, { privateKey: new DeviceClient(api).privateKey }).expect(401);
  await beat(built, { privateKey: new DeviceClient(api).privateKey }).expect(401);
  const nonce = newNonce();
  await beat(built, { nonce }).expect(200);
  await beat(built, { nonce }).expect(401);
  const huge = await client.post('/device/scans', { object: 'x'.repeat(70_000) }).expect(413);
  expect(codeOf(huge)).toBe('body_too_large');
  await client.post('/device/heartbeats', { more: 1 }).expect(400);

  expect(await refusalsOf(built)).toEqual({
    body_too_large: 1,
    invalid_input: 1,
    signature_refused: 2,
    signature_replayed: 1,
    signature_skewed: 1,
  });
});

test('the unit sees what a heartbeat tells', async () => {
  const built = await buildDevice(api);
  const { auth } = await managerOf(built);
  const clock = api.clock.now() - 1_500;
  await built.client.post('/device/heartbeats', { firmware: '2.1', clock, queued: 7 }).expect(200);
  const { body } = await api.request.get('/api/v1/unit/devices').set(auth).expect(200);
  expect(body.items[0]).toMatchObject({ firmware: '2.1', queued: 7, state: 'enrolled' });
  expect(Math.abs(body.items[0].clockOffset + 1_500)).toBeLessThan(1_000);
  expect(Math.abs(body.items[0].lastSeenAt - api.clock.now())).toBeLessThan(5_000);
});

test('disabled, it is refused with its next request; enabled, it works on', async () => {
  const built = await buildDevice(api);
  const { auth } = await managerOf(built);
  const set = (change: object) =>
    api.request.patch(`/api/v1/unit/devices/${built.device.id}`).set(auth).send(change).expect(200);
  await beat(built).expect(200);
  await set({ active: false });
  expect(codeOf(await beat(built).expect(403))).toBe('device_disabled');
  await set({ active: true });
  await beat(built).expect(200);

  const other = await buildPoint(api.services, { unit: { id: built.point.unitId } as never });
  await set({ pointId: other.id, name: '西门闸机' });
  expect((await beat(built).expect(200)).body).toMatchObject({ name: '西门闸机', point: { id: other.id } });
  await api.request.post(`/api/v1/unit/devices/${built.device.id}/enrolment`).set(auth).expect(200);
  expect(codeOf(await beat(built).expect(401))).toBe('signature_refused');
});

test('a withdrawn model takes its devices along', async () => {
  const built = await buildDevice(api);
  const unit = await buildUnit(api.services, { kind: 'operator' });
  const operator = await signedInStaff(api.services, { roles: ['units'], unit });
  await api.request
    .post(`/api/v1/operator/device-models/${built.model.id}/refuse`)
    .set(operator.auth)
    .send({ reason: '固件被发现缺陷' })
    .expect(200);
  expect(codeOf(await beat(built).expect(403))).toBe('device_disabled');
});

test('keys and revocations come signed, the query with them', async () => {
  const nonce = newNonce();
  const keys = await gate.client.get('/device/keys', { nonce }).expect(200);
  expect(gate.client.trusts(keys, nonce)).toBe(true);
  expect(keys.body.keys).toHaveLength(1);
  expect(keys.body.colours[keys.body.opens[0]]).toBe('green');
  const list = await gate.client.get('/device/revocations?since=0').expect(200);
  expect(list.body).toMatchObject({ passes: [], cards: [], complete: true });
  const since = { signedPath: '/api/v1/device/revocations?since=0' };
  expect(codeOf(await gate.client.get('/device/revocations?since=1', since).expect(401))).toBe(
    'signature_refused',
  );
});

test('whom a gate does not open for is not inside: a place that asks for a test, now and told late', async () => {
  const ward = await buildDevice(api, {
    point: await buildPoint(api.services, { values: { category: 'medical' } }),
  });
  const { body } = await scan(ward, qrOf(await buildPerson(api.services)), {}, { temperature: 36.5 });
  const object = qrOf(await buildPerson(api.services));
  const item = { id: checkInId(api.clock.now()), object, temperature: 36.5, decision: 'ask' };
  const late = await ward.client.post('/device/scans/late', { items: [item] }).expect(200);

  expect(body).toMatchObject({ colour: 'green', decision: 'ask', wants: [] });
  expect(late.body.items).toEqual([{ id: item.id, taken: true, code: null }]);
  const [told] = await api.services.database.select('SELECT why FROM passages WHERE late = 1');
  expect(told?.why).toBe('断网时待核实，未反馈：离线时查不到 72 小时内的核酸结果');
  expect(await countsOf(api.services, ward.point.id)).toMatchObject({ rows: 2, came: 0, inside: 0 });
});

describe('a printed card before a gate', () => {
  async function at(category: string) {
    return buildDevice(api, { point: await buildPoint(api.services, { values: { category } }) });
  }

  test('is read and opens nothing: staff are called, whatever else is in order', async () => {
    const door = await at('community');
    const card = await cardOf(api, await buildPerson(api.services));
    const { body } = await scan(door, card, {}, { temperature: 36.5 }).expect(200);

    const why = '纸质卡须由工作人员查验';
    expect(body).toMatchObject({ object: 'card', colour: 'green', decision: 'ask', why, wants: [] });
    expect(await countsOf(api.services, door.point.id)).toMatchObject({ rows: 1, came: 0, inside: 0 });
  });

  test('asks for no measuring, which would open nothing either', async () => {
    const { body } = await scan(await at('medical'), await cardOf(api, await buildPerson(api.services)));
    expect(body).toMatchObject({ decision: 'ask', wants: [] });
  });

  test('lets nobody out: whoever is inside stays so', async () => {
    const door = await at('community');
    const person = await buildPerson(api.services);
    await scan(door, qrOf(person)).expect(200);
    const { body } = await scan(door, await cardOf(api, person), {}, { direction: 'out' }).expect(200);

    expect(body).toMatchObject({ decision: 'ask', direction: 'out' });
    expect(await countsOf(api.services, door.point.id)).toMatchObject({ rows: 2, came: 1, inside: 1 });
  });

  test('stops whom it would stop anyway', async () => {
    const card = await cardOf(api, await buildPerson(api.services));
    const { body } = await scan(await at('community'), card, {}, { temperature: 38 }).expect(200);
    expect(body).toMatchObject({ decision: 'stop' });
  });
});

test('a stale picture that stays before the camera keeps nobody waiting who has a good code', async () => {
  const camera = await buildDevice(api);
  const [stale, good] = [await buildPerson(api.services), await buildPerson(api.services)];
  const picture = qrOf(stale, -600_000);
  for (let times = 0; times < 150; times += 1) {
    expect(codeOf(await scan(camera, picture).expect(422))).toBe('code_expired');
  }
  expect((await scan(camera, qrOf(good)).expect(200)).body).toMatchObject({ decision: 'allow' });
});
