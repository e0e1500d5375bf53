import { randomUUID } from 'node:crypto';

import { openBrowser } from '../../support/api/browser';
import { asHeader, cookiesOf } from '../../support/api/cookies';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const origin = 'https://code.example.org';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ settings: { ANXING_ORIGIN: origin } });
});

afterAll(() => api.close());

function enter(browser: ReturnType<typeof openBrowser>) {
  return browser.post('/api/v1/sessions').send({ grant: 'alipay', code: `${randomUUID()}.1` });
}

test('over https cookies are bound to the host and never travel in the clear', async () => {
  const cookies = cookiesOf(await enter(openBrowser(api, 'h5', origin)).expect(200));
  expect(Object.keys(cookies).sort()).toEqual(['__Host-anxing-h5-access', '__Host-anxing-h5-refresh']);
  for (const line of Object.values(cookies)) {
    expect(line).toMatch(/; path=\/;.*; samesite=lax; secure; httponly/i);
    expect(line).not.toMatch(/domain/i);
  }
  const { headers } = await api.request.get('/api/v1/me').set('cookie', asHeader(cookies)).expect(200);
  expect(headers['strict-transport-security']).toContain('max-age=31536000');
});

test('a cookie without the prefix, which a neighbouring host could set, counts for nothing', async () => {
  const cookies = cookiesOf(await enter(openBrowser(api, 'h5', origin)).expect(200));
  const plain = asHeader(cookies).replaceAll('__Host-', '');
  expect(codeOf(await api.request.get('/api/v1/me').set('cookie', plain).expect(401))).toBe('not_signed_in');
});

test('signing out clears the cookies under their own names', async () => {
  const cookie = asHeader(cookiesOf(await enter(openBrowser(api, 'h5', origin)).expect(200)));
  const end = await api.request
    .delete('/api/v1/sessions/current')
    .set({ cookie, origin, 'x-anxing-client': 'h5' })
    .expect(204);
  for (const [name, line] of Object.entries(cookiesOf(end))) {
    expect(name).toMatch(/^__Host-/);
    expect(line).toMatch(/expires=Thu, 01 Jan 1970.*; secure/i);
  }
});
