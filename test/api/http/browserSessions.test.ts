import { Session } from '../../../api/src/models/session';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { openBrowser } from '../../support/api/browser';
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

const code = '141421';

function newcomer(): string {
  const phone = inventPhone();
  standIns.sms.preset(phone, code);

  return phone;
}

async function residentBrowser() {
  const browser = openBrowser(api, 'h5');
  const phone = newcomer();
  const response = await browser.post('/api/v1/sessions').send({ grant: 'sms', phone, code }).expect(200);

  return { browser, response };
}

async function staffBrowser() {
  const { phone, password, staff } = await buildStaff(api.services);
  const browser = openBrowser(api, 'admin');
  const response = await browser
    .post('/api/v1/sessions')
    .send({ grant: 'password', phone, password })
    .expect(200);

  return { browser, response, staff };
}

function cookiesOf(response: { headers: Record<string, unknown> }): string[] {
  return (response.headers['set-cookie'] ?? []) as string[];
}

test('tokens are in cookies that no script reads, and not in the answer', async () => {
  const { browser, response } = await residentBrowser();

  expect(response.body).toMatchObject({ accessToken: '', kind: 'resident' });
  expect(response.body).not.toHaveProperty('refreshToken');
  expect(cookiesOf(response)).toHaveLength(2);
  for (const cookie of cookiesOf(response)) {
    expect(cookie).toMatch(/^anxing-h5-(access|refresh)=.+; path=\/; .*samesite=lax; httponly$/);
  }
  await browser.get('/api/v1/me').expect(200);
});

test('the cookies of the two programs live side by side', async () => {
  const { browser, response } = await residentBrowser();
  const admin = await staffBrowser();
  const both = [...cookiesOf(response), ...cookiesOf(admin.response)]
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const send = (path: string) => api.request.get(path).set({ cookie: both });

  await send('/api/v1/me').expect(200);
  await send('/api/v1/unit').expect(200);
  await browser.get('/api/v1/unit').expect(401);
  await admin.browser.get('/api/v1/me').expect(401);
});

test('a session is renewed by its cookie alone', async () => {
  const { browser, response } = await residentBrowser();
  const renewed = await browser.post('/api/v1/sessions/refresh').send({}).expect(200);

  expect(
    cookiesOf(renewed)
      .map((cookie) => cookie.split('=')[0])
      .sort(),
  ).toEqual(['anxing-h5-access', 'anxing-h5-refresh']);
  expect(cookiesOf(renewed)[1]?.split(';')[0]).not.toBe(cookiesOf(response)[1]?.split(';')[0]);
  await browser.get('/api/v1/me').expect(200);

  const [, refresh = ''] = /anxing-h5-refresh=([^;]+)/.exec(cookiesOf(renewed).join('\n')) ?? [];
  const stranger = openBrowser(api, 'h5');
  const refused = await stranger.post('/api/v1/sessions/refresh').send({ refreshToken: refresh }).expect(401);
  expect(codeOf(refused)).toBe('session_expired');
  expect(codeOf(await openBrowser(api, 'admin').post('/api/v1/sessions/refresh').send({}).expect(401))).toBe(
    'session_expired',
  );
});

test('signing out ends the session and takes the cookies away', async () => {
  const { browser, response } = await staffBrowser();
  const before = cookiesOf(response)
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const ended = await browser.delete('/api/v1/sessions/current').expect(204);

  for (const cookie of cookiesOf(ended)) {
    expect(cookie).toMatch(/^anxing-admin-\w+=; path=\/; expires=Thu, 01 Jan 1970/);
  }
  expect(codeOf(await api.request.get('/api/v1/unit').set({ cookie: before }).expect(401))).toBe(
    'session_expired',
  );
});

test('another site cannot use the cookies', async () => {
  const { response, staff } = await staffBrowser();
  const cookie = cookiesOf(response)
    .map((one) => one.split(';')[0])
    .join('; ');
  const send = (headers: object) =>
    api.request.delete('/api/v1/sessions/current').set({ cookie, 'x-anxing-client': 'admin', ...headers });

  expect(codeOf(await send({ origin: 'https://evil.example' }).expect(403))).toBe('origin_refused');
  expect(codeOf(await send({ origin: 'null' }).expect(403))).toBe('origin_refused');
  expect(codeOf(await send({}).expect(403))).toBe('origin_refused');
  expect(await Session.count({ where: { staffId: staff.id, revokedAt: null } })).toBe(1);
});

test('the admin site is for passwords, H5 for residents', async () => {
  const { phone, password } = await buildStaff(api.services);
  const staff = await openBrowser(api, 'h5')
    .post('/api/v1/sessions')
    .send({ grant: 'password', phone, password })
    .expect(400);
  const resident = await openBrowser(api, 'admin')
    .post('/api/v1/sessions')
    .send({ grant: 'sms', phone: newcomer(), code })
    .expect(400);

  expect(faultsOf(staff)).toEqual({ grant: 'Not one of the choices' });
  expect(faultsOf(resident)).toEqual({ grant: 'Not one of the choices' });
});
