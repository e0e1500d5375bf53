import { limits } from '@anxing/contract/limits';

import { newId } from '../../../api/src/base/ids';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventPhone } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi({ settings: { ANXING_PROXY_HOPS: '1' } });
  standIns = quickStandIns(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

/** A call as our proxy hands it on: the last entry is the address that it saw. */
function from(forwarded: string) {
  return { 'x-forwarded-for': forwarded };
}

function fail(forwarded: string) {
  return api.request.post('/api/v1/sms-codes').set(from(forwarded)).send({});
}

async function failOften(forwarded: string, times: number): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => fail(forwarded)));

  return answers.map(({ status }) => status);
}

function config(forwarded: string) {
  return api.request.get('/api/v1/config').set(from(forwarded));
}

test('an address that fails too often is asked to wait, and only that one', async () => {
  expect(new Set(await failOften('192.0.2.1', 120))).toEqual(new Set([400]));
  const refused = await fail('192.0.2.1').expect(429);
  expect(codeOf(refused)).toBe('too_many_requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await config('192.0.2.1').expect(429);
  await config('192.0.2.2').expect(200);
});

test('what the client writes before the proxy’s entry does not help it', async () => {
  await failOften('192.0.2.3', 120);
  await fail('198.51.100.7, 192.0.2.3').expect(429);
  await config('192.0.2.3, 198.51.100.7').expect(200);
});

test('an IPv6 line is one, whatever address of its network it takes', async () => {
  await Promise.all(Array.from({ length: 120 }, (_, i) => fail(`2001:db8:0:1::${i.toString(16)}`)));
  await fail('2001:db8:0:1:ffff::1').expect(429);
  await config('2001:db8:0:2::1').expect(200);
});

test('a crowd behind one address that is not signed in, or not any more, does not lock itself out', async () => {
  const { auth } = await signedInPerson(api.services);
  await api.request.delete('/api/v1/sessions/current').set(auth).expect(204);
  const asking = Array.from({ length: 150 }, (_, i) =>
    api.request
      .get('/api/v1/me')
      .set(from('192.0.2.4'))
      .set(i % 2 ? auth : {}),
  );
  const answers = await Promise.all(asking);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  await config('192.0.2.4').expect(200);
});

test('whoever is signed in goes on at an address that others spoiled', async () => {
  const { auth } = await signedInPerson(api.services);
  await failOften('192.0.2.5', 120);
  await config('192.0.2.5').expect(429);
  await config('192.0.2.5').set(auth).expect(200);
  await api.request.get('/api/v1/me/code').set(from('192.0.2.5')).set(auth).expect(200);
});

test('wrong SMS codes from one address keep nobody out who tries from another', async () => {
  const { phone } = await buildPerson(api.services);
  await api.request.post('/api/v1/sms-codes').set(from('192.0.2.6')).send({ phone }).expect(200);
  const enter = (forwarded: string, code: string) =>
    api.request.post('/api/v1/sessions').set(from(forwarded)).send({ grant: 'sms', phone, code });
  const right = standIns.sms.lastCode(phone) ?? '';
  const wrong = right === '111111' ? '222222' : '111111';
  for (let i = 0; i < 4; i += 1) {
    await enter('192.0.2.7', wrong).expect(401);
  }
  await enter('192.0.2.6', right).expect(200);
  for (let i = 4; i < 15; i += 1) {
    await enter('192.0.2.7', wrong).expect(401);
  }
  await enter('192.0.2.7', wrong).expect(429);
  await enter('192.0.2.6', wrong).expect(401);
});

test('wrong passwords from one address keep nobody out for longer than the lock who tries from another', async () => {
  const { phone, password } = await buildStaff(api.services);
  const enter = (forwarded: string, given: string) =>
    api.request
      .post('/api/v1/sessions')
      .set(from(forwarded))
      .send({ grant: 'password', phone, password: given });
  for (let i = 0; i < 20; i += 1) {
    await enter('192.0.2.10', 'Wrong-2026').expect(401);
  }
  await enter('192.0.2.10', password).expect(429);
  await enter('192.0.2.11', password).expect(401);
  api.clock.advance(limits.passwordLockMinutes * 60_000);
  await enter('192.0.2.10', password).expect(429);
  await enter('192.0.2.11', password).expect(200);
});

async function wish(forwarded: string, times: number, body: () => object) {
  const send = () => api.request.post('/api/v1/sms-codes').set(from(forwarded)).send(body());
  const answers = await Promise.all(Array.from({ length: times }, send));
  const statuses = answers.map(({ status }) => status);

  return {
    sent: statuses.filter((one) => one === 200).length,
    refused: statuses.filter((one) => one === 429).length,
  };
}

async function useUp(name: string, address: string, points: number, left: number): Promise<void> {
  const use = () => api.services.limiter.consume(name, address, { points, seconds: 3_600 });
  await Promise.all(Array.from({ length: points - left }, use));
}

const phoneAndDevice = () => ({ phone: inventPhone(), device: newId(Date.now()) });
const phoneAlone = () => ({ phone: inventPhone() });

test('messages to many phones from one address end at a thousand an hour, whatever the devices are called', async () => {
  await useUp('sms address', '192.0.2.8', limits.smsPerAddressPerHour, 10);
  expect(await wish('192.0.2.8', 12, phoneAndDevice)).toEqual({ sent: 10, refused: 2 });
});

test('those that name no device have a tighter bound, and one address keeps no other from theirs', async () => {
  await useUp('sms without device', '192.0.2.9', limits.smsWithoutDevicePerHour, 3);
  expect(await wish('192.0.2.9', 5, phoneAlone)).toEqual({ sent: 3, refused: 2 });
  expect(await wish('192.0.2.9', 2, phoneAndDevice)).toEqual({ sent: 2, refused: 0 });
  expect(await wish('192.0.2.12', 2, phoneAlone)).toEqual({ sent: 2, refused: 0 });
});
