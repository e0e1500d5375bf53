import { limits } from '@anxing/contract/limits';

import { writeAs } from '../../../api/src/context';
import { lockOne } from '../../../api/src/models/auditedModel';
import { openSession } from '../../../api/src/commands/openSession';
import { Account } from '../../../api/src/models/account';
import { Session } from '../../../api/src/models/session';
import { auditEvents } from '../../support/api/auditEvents';
import { buildAccount } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { system } from '../../support/api/factories/buildUnit';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const graceMs = limits.refreshReuseGraceSeconds * 1000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function refresh(refreshToken: unknown) {
  return api.request.post('/api/v1/sessions/refresh').send({ refreshToken });
}

function opened(who: { accountId: string } | { staffId: string }) {
  return writeAs(api.services, system, (scene) => openSession(api.services, scene, who, 'other'));
}

async function residentSession() {
  const { account } = await buildAccount(api.services);

  return opened({ accountId: account.id });
}

test('each token gives the next one, and an access token that works', async () => {
  const { refresh: first } = await residentSession();
  const { body } = await refresh(first).expect(200);
  const { body: next } = await refresh(body.refreshToken).expect(200);

  expect(new Set([first, body.refreshToken, next.refreshToken]).size).toBe(3);
  expect(body).toMatchObject({ expiresIn: 600, kind: 'resident', mustChangePassword: false });
  await api.request
    .get('/api/v1/me')
    .set({ authorization: `Bearer ${next.accessToken}` })
    .expect(200);
});

test('staff are told when their password must be changed', async () => {
  const { staff } = await buildStaff(api.services, { mustChangePassword: true });
  const { refresh: token } = await opened({ staffId: staff.id });

  expect((await refresh(token).expect(200)).body).toMatchObject({ kind: 'staff', mustChangePassword: true });
});

test('an answer that was lost is given again within 30 seconds', async () => {
  const { refresh: first } = await residentSession();
  const { body } = await refresh(first).expect(200);
  api.clock.advance(graceMs - 5_000);
  const { body: again } = await refresh(first).expect(200);

  expect(again.refreshToken).toBe(body.refreshToken);
  await refresh(body.refreshToken).expect(200);
});

test('twenty at once get one successor', async () => {
  const { refresh: first, session } = await residentSession();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));

  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
  expect((await Session.findByPk(session.id))?.counter).toBe(1);
});

test('a token used again later ends the whole family', async () => {
  const { refresh: first, access, session } = await residentSession();
  const { body } = await refresh(first).expect(200);
  api.clock.advance(graceMs + 1_000);

  expect(codeOf(await refresh(first).expect(401))).toBe('session_expired');
  await refresh(body.refreshToken).expect(401);
  expect(
    codeOf(
      await api.request
        .get('/api/v1/me')
        .set({ authorization: `Bearer ${access}` })
        .expect(401),
    ),
  ).toBe('session_expired');
  const actions = (await auditEvents(api.services, session.id)).map(({ action }) => action);
  expect(actions).toContain('sessions.reuse');
});

test('a token of two rounds ago ends the family at once', async () => {
  const { refresh: first } = await residentSession();
  const { body } = await refresh(first).expect(200);
  const { body: next } = await refresh(body.refreshToken).expect(200);

  await refresh(first).expect(401);
  await refresh(next.refreshToken).expect(401);
});

test('a session ends after 30 days, however often it is renewed', async () => {
  const { refresh: first } = await residentSession();
  api.clock.advance(29 * dayMs);
  const { body } = await refresh(first).expect(200);
  api.clock.advance(dayMs + 1_000);

  await refresh(body.refreshToken).expect(401);
});

test('renewing is a sign of life', async () => {
  const { refresh: first, session } = await residentSession();
  const before = await Account.findByPk(session.accountId ?? '');
  api.clock.advance(5 * dayMs);
  await refresh(first).expect(200);
  const after = await Account.findByPk(session.accountId ?? '');

  expect((after?.lastSeenAt ?? 0) - (before?.lastSeenAt ?? 0)).toBeGreaterThan(4 * dayMs);
});

test('forged, cut, ended and missing tokens are refused alike', async () => {
  const { refresh: token, session } = await residentSession();
  const flipped = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
  for (const wrong of [flipped, token.slice(0, 40), `${token}AA`, 'x', undefined]) {
    expect(codeOf(await refresh(wrong).expect(401))).toBe('session_expired');
  }
  await writeAs(api.services, system, async (scene) => {
    const locked = await lockOne(Session, scene, { id: session.id });
    await locked?.set({ revokedAt: scene.now }).saveBy(scene);
  });
  await refresh(token).expect(401);
});

test('every wrong field is named', async () => {
  const response = await api.request
    .post('/api/v1/sessions/refresh')
    .send({ refreshToken: 5, x: 1 })
    .expect(400);

  expect(faultsOf(response)).toEqual({ refreshToken: 'Wrong type', x: 'Unknown field' });
});

test('signing out needs a session, and ends only this one', async () => {
  const { account } = await buildAccount(api.services);
  const [one, other] = [await opened({ accountId: account.id }), await opened({ accountId: account.id })];
  const end = (token?: string) =>
    api.request.delete('/api/v1/sessions/current').set(token ? { authorization: `Bearer ${token}` } : {});

  expect(codeOf(await end().expect(401))).toBe('not_signed_in');
  await end(one.access).expect(204);
  await end(one.access).expect(401);
  await refresh(one.refresh).expect(401);
  await refresh(other.refresh).expect(200);
});
