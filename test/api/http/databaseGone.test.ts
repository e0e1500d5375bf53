import { randomUUID } from 'node:crypto';

import type { Response } from 'supertest';

import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { databaseOutage, type Outage } from '../../support/api/databaseOutage';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import type { Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventPhone } from '../../support/api/invented';
import { codeOf } from '../../support/api/refusals';
import { eventually } from '../../support/e2e/eventually';

let outage: Outage;
let auth: Auth;

beforeAll(async () => {
  outage = await databaseOutage();
  ({ auth } = await signedInPerson(outage.api.services));
}, 60_000);

afterAll(() => outage.close());

function expectLater(response: Response): void {
  expect(codeOf(response)).toBe('unavailable');
  expect(response.status).toBe(503);
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  expect(response.text).not.toMatch(/sql|ECONN|connect|database/i);
}

function signIn() {
  return outage.api.request.post('/api/v1/sessions').send({ grant: 'wechat', code: `${randomUUID()}.1` });
}

function consent() {
  const { consentVersion: version } = outage.api.services.config.brand;

  return outage.api.request.post('/api/v1/me/consents').set(auth).send({ kind: 'privacy', version });
}

/** Reads of an open file work on; a server that is gone answers nothing. */
const readsWhileGone = { server: 503, file: 200 };

test('without a database people are asked to come back, and it recovers by itself', async () => {
  const { api, kind } = outage;
  const reading = readsWhileGone[kind];
  const me = () => api.request.get('/api/v1/me').set(auth);
  const smsCode = () => api.request.post('/api/v1/sms-codes').send({ phone: inventPhone() });
  await me().expect(200);

  await outage.takeAway();
  for (let round = 0; round < 2; round += 1) {
    expectLater(await signIn());
    expectLater(await consent());
    expectLater(await smsCode());
    await me().expect(reading);
  }
  await api.request.get('/healthz').expect(200);
  await api.request.get('/readyz').expect(reading);

  await outage.giveBack();
  await consent().expect(204);
  await signIn().expect(200);
  await smsCode().expect(200);
  await me().expect(200);
  await api.request.get('/readyz').expect(200);
}, 30_000);

test('a check-in that failed is sent again under its id, and counts once', async () => {
  const { api } = outage;
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const body = { id: checkInId(), poster: token };
  const send = () => api.request.post('/api/v1/visits').set(auth).send(body);

  await outage.takeAway();
  expectLater(await send());
  await outage.giveBack();
  const [first, again] = [await send().expect(200), await send().expect(200)];
  expect(again.body).toEqual(first.body);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, counted: 1, came: 1 });
}, 30_000);

test('what was under way when it went is not half done', async () => {
  const { api } = outage;
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const visitors = await Promise.all(Array.from({ length: 8 }, () => signedInPerson(api.services)));
  const send = ({ auth: who }: { auth: Auth }, id: string) =>
    api.request.post('/api/v1/visits').set(who).send({ id, poster: token });
  const ids = visitors.map(() => checkInId());

  const under = Promise.all(visitors.map((visitor, i) => send(visitor, ids[i] ?? '')));
  await outage.takeAway();
  const answers = await under;
  await outage.giveBack();
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  const repeats = await Promise.all(visitors.map((visitor, i) => send(visitor, ids[i] ?? '')));
  expect(repeats.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 8, counted: 8, came: 8, inside: 8 });
  expect((await api.services.audit.verify()).map(({ brokenAt }) => brokenAt)).toEqual([null]);
}, 30_000);

/** A file does not hang, and its writers wait for their turn: these are about a server. */
if (process.env.ANXING_TEST_DATABASE?.startsWith('mysql://')) {
  test('a database that hangs is as good as gone: nobody waits for it, and it recovers by itself', async () => {
    const { api } = outage;
    const thaw = outage.hang?.() ?? (() => undefined);
    const ready = api.request.get('/readyz').then(({ status, headers }) => {
      expect({ status, waits: headers['retry-after'] }).toEqual({ status: 503, waits: '5' });
    });
    const me = () => api.request.get('/api/v1/me').set(auth);
    const crowd = Array.from({ length: 30 }, () => me());
    try {
      const answers = await Promise.all([signIn(), consent(), ...crowd]);
      await ready;
      answers.forEach(expectLater);
      expectLater(await me());
    } finally {
      thaw();
    }
    // A connection that was being made when it hung fails once more, after it has thawed.
    await eventually(() => me().expect(200));
    await eventually(() => consent().expect(204));
    await eventually(() => signIn().expect(200));
    await eventually(() => api.request.get('/readyz').expect(200));
  }, 60_000);

  test('whoever waits too long for a lock is asked to come back', async () => {
    const { api } = outage;
    const { database } = api.services;
    const lock = await database.sequelize.transaction();
    await database.select('SELECT id FROM accounts FOR UPDATE', [], lock);
    expectLater(await consent());
    await lock.rollback();
    await consent().expect(204);
  }, 30_000);
}
