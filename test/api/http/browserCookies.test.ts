import { randomUUID } from 'node:crypto';

import { openBrowser } from '../../support/api/browser';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { asHeader, cookiesOf, type Cookies } from '../../support/api/cookies';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

type Browser = ReturnType<typeof openBrowser>;

function enterAsResident(browser: Browser) {
  return browser.post('/api/v1/sessions').send({ grant: 'alipay', code: `${randomUUID()}.1` });
}

async function enterAsStaff(browser: Browser) {
  const { phone, password } = await buildStaff(api.services);

  return browser.post('/api/v1/sessions').send({ grant: 'password', phone, password });
}

async function residentBrowser(): Promise<{ browser: Browser; cookies: Cookies }> {
  const browser = openBrowser(api, 'h5');

  return { browser, cookies: cookiesOf(await enterAsResident(browser).expect(200)) };
}

function consents(cookie: string, origin?: string) {
  const { consentVersion: version } = api.services.config.brand;
  const call = api.request.post('/api/v1/me/consents').set('cookie', cookie);

  return (origin === undefined ? call : call.set('origin', origin)).send({ kind: 'privacy', version });
}

describe('signing in', () => {
  test('puts the tokens into cookies that no script reads, and not into the answer', async () => {
    const answer = await enterAsResident(openBrowser(api, 'h5')).expect(200);
    expect(answer.body).toEqual({
      accessToken: '',
      expiresIn: 600,
      mustChangePassword: false,
      kind: 'resident',
    });
    const cookies = cookiesOf(answer);
    expect(Object.keys(cookies).sort()).toEqual(['anxing-h5-access', 'anxing-h5-refresh']);
    for (const line of Object.values(cookies)) {
      expect(line).toMatch(/; path=\/;.*; httponly/i);
      expect(line).toMatch(/; samesite=lax/i);
      expect(line).not.toMatch(/domain|secure/i);
    }
  });

  test('staff on the admin site have cookies of their own', async () => {
    const answer = await enterAsStaff(openBrowser(api, 'admin'));
    expect(answer.body).toMatchObject({ accessToken: '', kind: 'staff' });
    expect(Object.keys(cookiesOf(answer)).sort()).toEqual(['anxing-admin-access', 'anxing-admin-refresh']);
  });

  test('an app gets tokens and no cookies', async () => {
    for (const client of ['weapp', 'alipay', 'other', 'whatever']) {
      const answer = await api.request
        .post('/api/v1/sessions')
        .set('x-anxing-client', client)
        .send({ grant: 'wechat', code: `${randomUUID()}.1` })
        .expect(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body.refreshToken).toHaveLength(70);
    }
  });

  test('residents have no business on the admin site, nor staff on H5', async () => {
    const wrong = [
      await enterAsResident(openBrowser(api, 'admin')),
      await enterAsStaff(openBrowser(api, 'h5')),
    ];
    for (const answer of wrong) {
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toEqual({ grant: 'Not one of the choices' });
      expect(cookiesOf(answer)).toEqual({});
    }
  });
});

describe('a session in cookies', () => {
  test('reads, renews and ends without a token in any answer', async () => {
    const { browser, cookies } = await residentBrowser();
    await browser.get('/api/v1/me').expect(200);
    api.clock.advance(5_000);
    const renewal = await browser.post('/api/v1/sessions/refresh').send({}).expect(200);
    expect(renewal.body).toEqual({
      accessToken: '',
      expiresIn: 600,
      mustChangePassword: false,
      kind: 'resident',
    });
    expect(cookiesOf(renewal)['anxing-h5-refresh']).not.toBe(cookies['anxing-h5-refresh']);

    const end = await browser.delete('/api/v1/sessions/current').expect(204);
    for (const line of Object.values(cookiesOf(end))) {
      expect(line).toMatch(/=; path=\/; expires=Thu, 01 Jan 1970/);
    }
    expect(codeOf(await browser.get('/api/v1/me').expect(401))).toBe('not_signed_in');
    await api.request.get('/api/v1/me').set('cookie', asHeader(cookies)).expect(401);
  });

  test('a refresh token in the body is no way in for a browser', async () => {
    const { body } = await api.request
      .post('/api/v1/sessions')
      .send({ grant: 'wechat', code: `${randomUUID()}.1` })
      .expect(200);
    const { refreshToken } = body as { refreshToken: string };
    const answer = await openBrowser(api, 'h5').post('/api/v1/sessions/refresh').send({ refreshToken });
    expect(answer.status).toBe(401);
    expect(cookiesOf(answer)).toEqual({});
    const cookieless = await openBrowser(api, 'admin').post('/api/v1/sessions/refresh').send({}).expect(401);
    expect(codeOf(cookieless)).toBe('session_expired');
  });

  test('altered cookies are refused', async () => {
    const { cookies } = await residentBrowser();
    const altered = asHeader(cookies).replace(/(access=.{60})./, '$1!');
    expect(codeOf(await api.request.get('/api/v1/me').set('cookie', altered).expect(401))).toBe(
      'not_signed_in',
    );
  });
});

describe('the two sites do not mix', () => {
  test('each route looks at the cookie of its own kind of caller', async () => {
    const resident = cookiesOf(await enterAsResident(openBrowser(api, 'h5')));
    const staff = cookiesOf(await enterAsStaff(openBrowser(api, 'admin')));
    const both = `${asHeader(resident)}; ${asHeader(staff)}`;
    await api.request.get('/api/v1/me').set('cookie', both).expect(200);
    await api.request.get('/api/v1/unit').set('cookie', both).expect(200);
    await api.request.get('/api/v1/me').set('cookie', asHeader(staff)).expect(401);
    await api.request.get('/api/v1/unit').set('cookie', asHeader(resident)).expect(401);
  });

  test('a token under the other site’s name opens nothing', async () => {
    const resident = asHeader(cookiesOf(await enterAsResident(openBrowser(api, 'h5'))));
    const renamed = resident.replaceAll('anxing-h5', 'anxing-admin');
    expect(codeOf(await api.request.get('/api/v1/unit').set('cookie', renamed).expect(403))).toBe(
      'forbidden',
    );
  });

  test('signing out of one keeps the other', async () => {
    const resident = cookiesOf(await enterAsResident(openBrowser(api, 'h5')));
    const staff = cookiesOf(await enterAsStaff(openBrowser(api, 'admin')));
    const both = `${asHeader(resident)}; ${asHeader(staff)}`;
    const end = await api.request
      .delete('/api/v1/sessions/current')
      .set({ cookie: both, origin: api.url, 'x-anxing-client': 'admin' })
      .expect(204);
    expect(Object.keys(cookiesOf(end)).sort()).toEqual(['anxing-admin-access', 'anxing-admin-refresh']);
    await api.request.get('/api/v1/unit').set('cookie', both).expect(401);
    await api.request.get('/api/v1/me').set('cookie', both).expect(200);
  });
});

describe('other people’s pages', () => {
  test('cannot change anything with our cookies, also when they hide where they are', async () => {
    const cookie = asHeader((await residentBrowser()).cookies);
    const port = new URL(api.url).port;
    for (const origin of [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `${api.url}.evil.example`,
      'http://localhost',
      '',
      undefined,
    ]) {
      expect(codeOf(await consents(cookie, origin).expect(403))).toBe('origin_refused');
    }
    await consents(cookie, api.url).expect(204);
    await consents(cookie, api.services.settings.origin).expect(204);
  });

  test('cannot end a session, nor refresh it', async () => {
    const cookie = asHeader((await residentBrowser()).cookies);
    const evil = { cookie, origin: 'https://evil.example', 'x-anxing-client': 'h5' };
    await api.request.delete('/api/v1/sessions/current').set(evil).expect(403);
    await api.request.post('/api/v1/sessions/refresh').set(evil).send({}).expect(403);
    await api.request.get('/api/v1/me').set('cookie', cookie).expect(200);
  });

  test('a form of whatever kind is no JSON', async () => {
    const cookie = asHeader((await residentBrowser()).cookies);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await api.request
        .post('/api/v1/me/consents')
        .set({ cookie, origin: api.url, 'content-type': type })
        .send('{"kind":"privacy"}')
        .expect(415);
      expect(codeOf(answer)).toBe('unsupported_media_type');
    }
  });

  test('get no permission to read across origins', async () => {
    const cookie = asHeader((await residentBrowser()).cookies);
    const evil = { cookie, origin: 'https://evil.example' };
    const read = await api.request.get('/api/v1/me').set(evil).expect(200);
    const preflight = await api.request
      .options('/api/v1/me/consents')
      .set({ ...evil, 'access-control-request-method': 'POST' });
    for (const { headers } of [read, preflight]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(read.headers['cache-control']).toBe('no-store');
  });
});

test('a bearer token counts before any cookie, and needs no origin', async () => {
  const built = await buildPerson(api.services);
  const auth = await signIn(api.services, built);
  const cookie = asHeader((await residentBrowser()).cookies);
  const { body } = await api.request
    .get('/api/v1/me')
    .set({ ...auth, cookie })
    .expect(200);
  expect(body.level).toBe(4);
  await consents(cookie).set(auth).expect(204);
});
