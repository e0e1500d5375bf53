import { buildFact } from '../../support/api/factories/buildFact';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ feeds: false });
});

afterAll(() => api.close());

async function readMetrics(): Promise<string> {
  return (await api.request.get('/metrics').expect(200)).text;
}

async function feedAges(): Promise<Record<string, number>> {
  const lines = (await readMetrics()).matchAll(/^anxing_feed_age_seconds\{source="(\w+)"\} (-?\d+)$/gm);

  return Object.fromEntries([...lines].map(([, source, age]) => [source, Number(age)]));
}

test('the metrics tell how long ago each feed delivered, and which one never did', async () => {
  const never = { cases: -1, contacts: -1, arrivals: -1, sealed: -1, fever: -1, medicine: -1 };
  expect(await feedAges()).toEqual(never);

  await buildFact(api.services, inventIdNumber(), { source: 'fever' });
  api.clock.advance(7_200_000);
  await buildFact(api.services, inventIdNumber(), { source: 'medicine', kind: 'purchase' });
  const { fever, medicine, ...others } = await feedAges();
  expect(fever).toBeGreaterThanOrEqual(7_200);
  expect(medicine).toBeGreaterThanOrEqual(0);
  expect(medicine).toBeLessThan(7_200);
  expect(new Set(Object.values(others))).toEqual(new Set([-1]));
});

test('while the database is away the other numbers are told', async () => {
  const away = jest
    .spyOn(api.services.caches.lastDeliveries, 'get')
    .mockRejectedValue(new Error('the database is away'));
  const text = await readMetrics();
  away.mockRestore();
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).not.toContain('anxing_feed_age_seconds{');
});
