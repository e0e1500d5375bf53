import { writeDemoFile } from '../../../api/src/base/demoFile';
import { checkInId } from '../../support/api/checkIn';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventPhone } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function inProduction(): void {
  api.services.settings.mode = 'production';
}

afterEach(() => {
  api.services.settings.mode = 'demo';
});

test('alive and ready', async () => {
  expect((await api.request.get('/healthz').expect(200)).body).toEqual({ alive: true });
  expect((await api.request.get('/readyz').expect(200)).body).toEqual({ ready: true });
  await api.request.head('/healthz').expect(200);
});

test('without its database it is alive, but not ready', async () => {
  const ping = jest.spyOn(api.services.database, 'ping').mockRejectedValue(new Error('gone'));
  const answer = await api.request.get('/readyz').expect(503);
  expect(answer.body).toEqual({ ready: false, why: 'database' });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  await api.request.get('/healthz').expect(200);
  ping.mockRestore();
});

test('when its slot may be somebody else’s it is not ready', async () => {
  const held = jest.spyOn(api.services.lease, 'isHeld').mockReturnValue(false);
  const answer = await api.request.get('/readyz').expect(503);
  expect(answer.body).toEqual({ ready: false, why: 'lease' });
  held.mockRestore();
  await api.request.get('/readyz').expect(200);
});

test('they are read, not written', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    await api.request.post(path).send({}).expect(404);
  }
});

describe('metrics', () => {
  test('count passages and requests by pattern, and name nobody', async () => {
    const point = await buildPoint(api.services);
    const { token } = await buildPoster(api.services, point);
    const { auth, person, account } = await signedInPerson(api.services);
    await api.request.get(`/api/v1/posters/${token}`).expect(200);
    await api.request.post('/api/v1/visits').set(auth).send({ id: checkInId(), poster: token }).expect(200);

    const answer = await api.request.get('/metrics').expect(200);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.text).toMatch(
      /anxing_http_request_seconds_count\{method="GET",route="\/posters\/\{token\}",status="200"\} 1/,
    );
    expect(answer.text).toMatch(/anxing_passages_total\{kind="visit",decision="allow"\} 1/);
    expect(answer.text).toMatch(/process_cpu_seconds_total/);
    expect(answer.text).toMatch(/^anxing_bus_healthy 1$/m);
    for (const value of [token, point.id, person.id, account.id]) {
      expect(answer.text).not.toContain(value);
    }
  });

  test('invented paths and methods do not make new rows', async () => {
    await api.request.get('/api/v1/invented-1').expect(404);
    await api.request.get('/api/v1/invented-2').expect(404);
    const { text } = await api.request.get('/metrics').expect(200);
    expect(text).not.toContain('invented');
  });

  test('in production they need the token', async () => {
    inProduction();
    const { metricsToken } = api.services.settings.secrets;
    await api.request.get('/metrics').expect(401);
    for (const authorization of ['', 'Bearer x', `bearer ${metricsToken}`, `Bearer ${metricsToken}x`]) {
      const answer = await api.request.get('/metrics').set({ authorization }).expect(401);
      expect(answer.text).not.toContain('anxing_');
    }
    const answer = await api.request.get('/metrics').set({ authorization: `Bearer ${metricsToken}` });
    expect(answer.status).toBe(200);
  });
});

test('the start page shows the accounts of the demo, and in production none', async () => {
  const [phone, password] = [inventPhone(), 'told-only-here'];
  const account = { role: 'manager', title: '示例', phone, password, where: '/admin/' };
  const { varDir, origin: url } = api.services.settings;
  writeDemoFile(varDir, { url, accounts: [account], poster: { point: '示例', link: `${url}/p/x` } });
  const demo = await api.request.get('/').expect(200);
  expect([demo.text.includes(phone), demo.text.includes(password)]).toEqual([true, true]);

  inProduction();
  const production = await api.request.get('/').expect(200);
  expect([production.text.includes(phone), production.text.includes(password)]).toEqual([false, false]);
});
