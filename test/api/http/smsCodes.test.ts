import { limits } from '@anxing/contract/limits';

import { newId } from '../../../api/src/base/ids';
import { SmsCode } from '../../../api/src/models/smsCode';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { inventPhone } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

function send(body: object) {
  return api.request.post('/api/v1/sms-codes').send(body);
}

function rowsOf(phone: string) {
  return SmsCode.findAll({ where: { phoneIndex: api.services.index.phone(phone) } });
}

test('six random digits go to the phone; the database holds a keyed hash only', async () => {
  const phone = inventPhone();
  const { body } = await send({ phone }).expect(200);
  const code = standIns.sms.lastCode(phone) ?? '';

  expect(body).toEqual({ expiresIn: 300, resendAfter: 60 });
  expect(code).toMatch(/^\d{6}$/);
  const [row] = await rowsOf(phone);
  expect(row?.codeHash).toBe(api.services.index.smsCode(phone, code));
  expect(JSON.stringify(row)).not.toContain(`"${code}"`);
});

test('the answer is the same whether or not somebody has an account', async () => {
  const { phone } = await buildPerson(api.services);
  const [known, unknown] = [await send({ phone }), await send({ phone: inventPhone() })];

  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
});

test('one a minute for a phone', async () => {
  const phone = inventPhone();
  await send({ phone }).expect(200);
  const soon = await send({ phone }).expect(429);

  expect(codeOf(soon)).toBe('too_many_requests');
  expect(Number(soon.headers['retry-after'])).toBeGreaterThan(50);
  expect(await rowsOf(phone)).toHaveLength(1);
});

test('ten a day for a phone', async () => {
  const phone = inventPhone();
  const allowance = { points: limits.smsPerPhonePerDay, seconds: 86_400 };
  for (let i = 0; i < limits.smsPerPhonePerDay; i += 1) {
    await api.services.limiter.consume('sms day', api.services.index.phone(phone), allowance);
  }
  const enough = await send({ phone }).expect(429);

  expect(Number(enough.headers['retry-after'])).toBeGreaterThan(3_600);
  expect(await rowsOf(phone)).toHaveLength(0);
});

test('ten phones a day for a device; the same phone again is not another one', async () => {
  const device = newId(Date.now());
  const phones = Array.from({ length: limits.smsPhonesPerDevicePerDay }, inventPhone);
  for (const phone of phones) {
    await send({ phone, device }).expect(200);
  }
  const another = inventPhone();
  const enough = await send({ phone: another, device }).expect(429);
  expect(codeOf(enough)).toBe('too_many_requests');
  expect(Number(enough.headers['retry-after'])).toBeGreaterThan(3_600);
  expect(await rowsOf(another)).toHaveLength(0);

  const again = await send({ phone: phones[0], device: device.toUpperCase() }).expect(429);
  expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(limits.smsResendSeconds);
  await send({ phone: another, device: newId(Date.now()) }).expect(200);
});

test('of a device nothing is stored with the code', async () => {
  const [phone, device] = [inventPhone(), newId(Date.now())];
  await send({ phone, device }).expect(200);
  const rows = await api.services.database.select('SELECT * FROM sms_codes');
  const events = await api.services.database.select('SELECT payload FROM audit_events');
  expect(JSON.stringify([rows, events])).not.toContain(device);
  expect(api.readLog()).not.toContain(device);
});

test('an SMS system that refuses, is busy or silent is told apart from a wrong request', async () => {
  for (const behaviour of ['no', 'later', 'silent'] as const) {
    const phone = inventPhone();
    standIns.sms.behave(phone, behaviour);
    const response = await send({ phone }).expect(503);
    expect(codeOf(response)).toBe('unavailable');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    // After a silence the message may arrive all the same: only then the code is kept.
    expect(await rowsOf(phone)).toHaveLength(behaviour === 'silent' ? 1 : 0);
  }
});

test('every wrong field is named', async () => {
  expect(faultsOf(await send({ phone: '12345', x: 1 }).expect(400))).toEqual({
    phone: 'Enter an 11-digit mobile number',
    x: 'Unknown field',
  });
  for (const [device, fault] of [
    ['1', 'Must be a UUID of version 7'],
    ['00000000-0000-4000-8000-000000000000', 'Must be a UUID of version 7'],
    [7, 'Wrong type'],
  ]) {
    expect(faultsOf(await send({ phone: inventPhone(), device }).expect(400))).toEqual({ device: fault });
  }
  expect(faultsOf(await send({}).expect(400))).toEqual({ phone: 'Required' });
  expect(faultsOf(await send({ phone: 13_800_000_000 }).expect(400))).toEqual({ phone: 'Wrong type' });
});
