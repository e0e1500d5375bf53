import { Device } from '../../../api/src/models/device';
import { DeviceClient, newNonce, type DeviceSending } from '../../support/api/deviceClient';
import { buildDevice } from '../../support/api/factories/buildDevice';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

async function fresh() {
  const built = await buildDevice(api, { values: { publicKey: null, enrolledAt: null } });
  const unit = { id: built.point.unitId } as never;
  const { auth } = await signedInStaff(api.services, { unit });
  const { body } = await api.request
    .post(`/api/v1/unit/devices/${built.device.id}/enrolment`)
    .set(auth)
    .expect(200);
  const client = new DeviceClient(api);
  const enrol = (change: object = {}, given: Partial<DeviceSending> = {}) =>
    client.post(
      '/device/enrolments',
      {
        code: body.enrolment.code,
        publicKey: client.publicKey,
        serial: 'SN-0001',
        firmware: '1.0',
        ...change,
      },
      given,
    );

  return { built, client, enrol, auth, code: body.enrolment.code as string };
}

test('takes the key, answers the server’s, and may be asked again by the same key', async () => {
  const { built, client, enrol } = await fresh();
  const nonce = newNonce();
  const answer = await enrol({}, { nonce }).expect(200);
  expect(answer.body).toMatchObject({ deviceId: built.device.id, point: { id: built.point.id } });
  for (const { id, publicKey } of answer.body.serverKeys) {
    client.serverKeys.set(id, publicKey);
  }
  expect(client.trusts(answer, nonce)).toBe(true);
  expect((await enrol().expect(200)).body.deviceId).toBe(built.device.id);
  client.keyId = built.device.id;
  await client.post('/device/heartbeats', { firmware: '1', clock: api.clock.now(), queued: 0 }).expect(200);

  const thief = new DeviceClient(api);
  const stolen = await thief.post('/device/enrolments', {
    code: (await Device.findByPk(built.device.id))?.codeHash?.slice(0, 16) ?? '',
    publicKey: thief.publicKey,
    serial: 'SN-0001',
    firmware: '1',
  });
  expect(codeOf(stolen)).toBe('enrolment_refused');
});

test('refuses a second key, another serial number, a wrong and an old code alike', async () => {
  const { enrol, code } = await fresh();
  expect(codeOf(await enrol({ serial: 'SN-0002' }).expect(422))).toBe('enrolment_refused');
  expect(codeOf(await enrol({ code: 'AAAA-AAAA-AAAA-AAAA' }).expect(422))).toBe('enrolment_refused');
  expect(codeOf(await enrol({ code: 'short' }).expect(422))).toBe('enrolment_refused');
  await enrol({ code: code.toLowerCase().replaceAll('-', ' ') }).expect(200);
  const second = new DeviceClient(api);
  const answer = await second.post('/device/enrolments', {
    code,
    publicKey: second.publicKey,
    serial: 'SN-0001',
    firmware: '1',
  });
  expect(codeOf(answer)).toBe('enrolment_refused');

  const old = await fresh();
  api.clock.advance(25 * 3_600_000);
  expect(codeOf(await old.enrol().expect(422))).toBe('enrolment_refused');
  api.clock.reset();
});

test('needs the signature of the key that it names', async () => {
  const { client, enrol } = await fresh();
  const other = new DeviceClient(api);
  expect(codeOf(await enrol({ publicKey: other.publicKey }).expect(401))).toBe('signature_refused');
  expect(codeOf(await enrol({}, { privateKey: other.privateKey }).expect(401))).toBe('signature_refused');
  expect(codeOf(await enrol({}, { keyId: '', headers: { 'Anxing-Key': '' } }).expect(401))).toBe(
    'signature_missing',
  );
  expect(client.publicKey).toHaveLength(43);
});

test('a key by which anybody could sign is none: the constant signature of it is refused', async () => {
  const { enrol } = await fresh();
  const neutral = Buffer.alloc(32);
  neutral[0] = 1;
  const publicKey = neutral.toString('base64url');
  const signature = Buffer.concat([neutral, Buffer.alloc(32)]).toString('base64url');
  const given = { keyId: publicKey, headers: { 'Anxing-Signature': signature } };
  expect(codeOf(await enrol({ publicKey }, given).expect(401))).toBe('signature_refused');
});

describe('a key', () => {
  test('is of one device: another one does not take it', async () => {
    const [one, other] = [await fresh(), await fresh()];
    const shared = { keyId: one.client.publicKey, privateKey: one.client.privateKey };
    await one.enrol().expect(200);
    const answer = await other.enrol({ publicKey: one.client.publicKey }, shared).expect(422);
    expect(codeOf(answer)).toBe('device_key_used');
    await other.enrol().expect(200);
  });

  test('that a new enrolment code made void stays void, for this device too', async () => {
    const { built, enrol, auth } = await fresh();
    await enrol().expect(200);
    const { body } = await api.request
      .post(`/api/v1/unit/devices/${built.device.id}/enrolment`)
      .set(auth)
      .expect(200);
    const { code } = body.enrolment;
    expect(codeOf(await enrol({ code }).expect(422))).toBe('device_key_used');
    const anew = new DeviceClient(api);
    const { publicKey } = anew;
    await anew
      .post('/device/enrolments', { code, publicKey, serial: 'SN-0001', firmware: '1.0' })
      .expect(200);
  });

  test('of a run that is under way is none of a device, and the other way round', async () => {
    const { built, client, enrol, auth } = await fresh();
    const startRun = async () => {
      const path = `/api/v1/unit/device-models/${built.model.id}/conformance`;
      const { body } = await api.request.post(path).set(auth).expect(201);

      return new URL(body.address).pathname.replace('/api/v1', '');
    };
    const { publicKey } = client;
    await client.post(`${await startRun()}/key`, { publicKey }).expect(200);
    expect(codeOf(await enrol().expect(422))).toBe('device_key_used');
    expect(codeOf(await client.post(`${await startRun()}/key`, { publicKey }).expect(422))).toBe(
      'device_key_used',
    );

    const enrolled = await fresh();
    await enrolled.enrol().expect(200);
    const answer = await enrolled.client.post(`${await startRun()}/key`, {
      publicKey: enrolled.client.publicKey,
    });
    expect(codeOf(answer)).toBe('device_key_used');
  });
});
