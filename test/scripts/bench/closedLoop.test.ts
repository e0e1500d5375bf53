import { closedLoop } from '../../bench/load/closedLoop.mjs';
import { requestOf, startBenchServer, type BenchServer } from './benchServer';

let server: BenchServer;

beforeEach(async () => {
  server = await startBenchServer();
});

afterEach(() => server.close());

function run(path: string, expected = 'right answer') {
  const { port } = server;

  return closedLoop({
    port,
    connections: 4,
    next: () => requestOf(path),
    expected,
    rampMs: 20,
    measureMs: 80,
  });
}

test('what is answered is counted', async () => {
  const { measured, acknowledged, errors, wrong, statuses, seconds } = await run('/');

  // The last answer of each connection comes after the window.
  expect(acknowledged).toBeGreaterThanOrEqual(measured + 4);
  expect({ errors, wrong, statuses }).toEqual({ errors: 0, wrong: 0, statuses: { 200: acknowledged } });
  expect(seconds).toBeGreaterThan(0);
});

test('a connection sends when it has its answer, never before', async () => {
  await run('/');

  expect(server.mostAtOnce()).toBe(1);
});

test('refusals are errors and never speed', async () => {
  const { acknowledged, errors, measured, mute, statuses, samples } = await run('/503');

  expect({ acknowledged, measured }).toEqual({ acknowledged: 0, measured: 0 });
  expect(errors).toBeGreaterThan(0);
  expect({ mute, statuses }).toEqual({ mute: errors, statuses: { 503: errors } });
  expect(samples[0]).toBe('503 right answer');
});

test('answers that say something else are noticed', async () => {
  const { wrong, errors, acknowledged } = await run('/', 'another answer');

  expect(wrong).toBe(Math.floor(acknowledged / 16));
  expect(errors).toBe(0);
});

test('a request whose connection breaks is an error', async () => {
  const { failed, errors, acknowledged } = await run('/cut');

  expect({ failed, errors, acknowledged }).toEqual({ failed: 4, errors: 4, acknowledged: 0 });
});
