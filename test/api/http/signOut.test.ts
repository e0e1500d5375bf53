import { randomUUID } from 'node:crypto';

import { limits } from '@anxing/contract/limits';

import { Session } from '../../../api/src/models/session';
import { auditEvents } from '../../support/api/auditEvents';
import { openBrowser } from '../../support/api/browser';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { asHeader, cookiesOf, type Cookies } from '../../support/api/cookies';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

type Site = 'h5' | 'admin';

const place = '/api/v1/sessions/current';
const names = {
  h5: ['anxing-h5-access', 'anxing-h5-refresh'],
  admin: ['anxing-admin-access', 'anxing-admin-refresh'],
};

let api: TestApi;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function proofFor(site: Site): Promise<object> {
  if (site === 'h5') {
    return { grant: 'alipay', code: `${randomUUID()}.1` };
  }
  const { phone, password } = await buildStaff(api.services);

  return { grant: 'password', phone, password };
}

async function enter(site: Site): Promise<Cookies> {
  const proof = await proofFor(site);

  return cookiesOf(await openBrowser(api, site).post('/api/v1/sessions').send(proof).expect(200));
}

function only(cookies: Cookies, part: 'access' | 'refresh'): string {
  return asHeader(Object.fromEntries(Object.entries(cookies).filter(([name]) => name.endsWith(part))));
}

function leave(site: Site, cookie: string) {
  return openBrowser(api, site).delete(place).set('cookie', cookie);
}

function renew(site: Site, cookie: string) {
  return openBrowser(api, site).post('/api/v1/sessions/refresh').set('cookie', cookie).send({});
}

function sessionIdOf(cookies: Cookies): string {
  const [, token = ''] = only(cookies, 'refresh').split('=');

  return api.services.tokens.readRefresh(token)?.sessionId ?? '';
}

function expectCleared(answer: Parameters<typeof cookiesOf>[0], site: Site): void {
  const cleared = cookiesOf(answer);
  expect(Object.keys(cleared).sort()).toEqual(names[site]);
  for (const line of Object.values(cleared)) {
    expect(line).toMatch(/=; path=\/; expires=Thu, 01 Jan 1970/);
  }
}

describe.each<Site>(['h5', 'admin'])('signing out of %s', (site) => {
  test('with nothing but the refresh token left ends the session', async () => {
    const cookies = await enter(site);
    const refresh = only(cookies, 'refresh');
    api.clock.advance(limits.accessTokenSeconds * 1000 + 1_000);
    expectCleared(await leave(site, refresh).expect(204), site);
    expect(codeOf(await renew(site, refresh).expect(401))).toBe('session_expired');
    expect((await Session.findByPk(sessionIdOf(cookies)))?.revokedAt).toEqual(expect.any(Number));
  });

  test('with an access token that has ended, or was altered, too', async () => {
    for (const spoil of [(cookie: string) => cookie, (cookie: string) => `${cookie}x`]) {
      const cookies = await enter(site);
      const cookie = `${spoil(only(cookies, 'access'))}; ${only(cookies, 'refresh')}`;
      api.clock.advance(limits.accessTokenSeconds * 1000 + 1_000);
      expectCleared(await leave(site, cookie).expect(204), site);
      await renew(site, only(cookies, 'refresh')).expect(401);
    }
  });

  test('clears the cookies also when there is no session to end', async () => {
    const cookies = await enter(site);
    await leave(site, asHeader(cookies)).expect(204);
    expectCleared(await leave(site, only(cookies, 'access')).expect(401), site);
    const garbage = names[site].map((name) => `${name}=garbage`).join('; ');
    expectCleared(await leave(site, garbage).expect(401), site);
    expectCleared(await leave(site, '').expect(401), site);
  });

  test('leaves the session of the other site alone', async () => {
    const other = site === 'h5' ? 'admin' : 'h5';
    const [own, others] = [await enter(site), await enter(other)];
    const both = `${only(own, 'refresh')}; ${only(others, 'refresh')}`;
    expectCleared(await leave(site, both).expect(204), site);
    await renew(other, only(others, 'refresh')).expect(200);
    expectCleared(await leave(site, only(others, 'refresh')).expect(401), site);
    await renew(other, only(others, 'refresh')).expect(200);
  });
});

test('the chain tells whose session was ended by its refresh token', async () => {
  const cookies = await enter('h5');
  await leave('h5', only(cookies, 'refresh')).expect(204);
  const session = await Session.findByPk(sessionIdOf(cookies));
  const events = await auditEvents(api.services, sessionIdOf(cookies));
  expect(events.at(-1)).toMatchObject({ actor: expect.stringContaining(session?.accountId ?? '?') });
});

test('an app is told whether its session has ended or was never there', async () => {
  const { body } = await api.request.post('/api/v1/sessions').send(await proofFor('h5'));
  const bearer = { authorization: `Bearer ${body.accessToken as string}` };
  expect(codeOf(await api.request.delete(place).expect(401))).toBe('not_signed_in');
  api.clock.advance(limits.accessTokenSeconds * 1000 + 1_000);
  const answer = await api.request.delete(place).set(bearer).expect(401);
  expect(codeOf(answer)).toBe('session_expired');
  expect(cookiesOf(answer)).toEqual({});
});

test('other people’s pages cannot clear cookies, nor end a session by its refresh token', async () => {
  const cookie = only(await enter('h5'), 'refresh');
  const answer = await leave('h5', cookie).set('origin', 'https://evil.example').expect(403);
  expect(cookiesOf(answer)).toEqual({});
  await renew('h5', cookie).expect(200);
});
