import { openLoop } from '../../bench/load/openLoop.mjs';
import { requestOf, startBenchServer, type BenchServer } from './benchServer';

let server: BenchServer;

beforeEach(async () => {
  server = await startBenchServer();
});

afterEach(() => server.close());

interface Wish {
  rate?: number;
  connections?: number;
  patienceMs?: number;
}

function run(paths: string[], { rate = 1_000, connections = 8, patienceMs = 5_000 }: Wish = {}) {
  const mix = paths.map((path) => ({ name: path, share: 1, next: () => requestOf(path), expected: 'right' }));

  return openLoop({ port: server.port, connections, rate, rampMs: 20, measureMs: 200, patienceMs, mix });
}

test('every kind of the mix has its own count', async () => {
  const { paths } = await run(['/', '/503']);

  expect(paths['/']).toMatchObject({ errors: 0, statuses: { 200: paths['/']?.acknowledged } });
  expect(paths['/503']).toMatchObject({ acknowledged: 0, statuses: { 503: paths['/503']?.errors } });
  expect(server.mostAtOnce()).toBe(1);
});

test('who finds every connection waiting is dropped, and the arrivals go on', async () => {
  const { paths, offered, dropped } = await run(['/never'], { connections: 2, patienceMs: 400 });

  expect(paths['/never']).toMatchObject({ acknowledged: 0, failed: 2, samples: ['late', 'late'] });
  expect(offered - dropped).toBeLessThanOrEqual(2);
  expect(dropped).toBeGreaterThan(0);
});

test('a connection that breaks is replaced', async () => {
  const { paths } = await run(['/cut'], { connections: 1 });

  expect(paths['/cut']?.failed).toBeGreaterThan(1);
});

test('without a rate the connections are kept busy and nobody is dropped', async () => {
  const { paths, dropped } = await run(['/'], { rate: Infinity, connections: 2 });

  expect(paths['/']).toMatchObject({ errors: 0, statuses: { 200: paths['/']?.acknowledged } });
  expect(dropped).toBe(0);
});
