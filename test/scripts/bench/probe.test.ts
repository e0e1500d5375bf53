import { probe } from '../../bench/load/probe.mjs';
import { requestOf, startBenchServer, type BenchServer } from './benchServer';

let server: BenchServer;

beforeEach(async () => {
  server = await startBenchServer();
});

afterEach(() => server.close());

test('a server is well again with the first of ten good rounds', async () => {
  let asked = 0;
  const next = () => requestOf(asked++ < 5 ? '/503' : '/');

  const {
    recoveredMs,
    good,
    asked: counted,
  } = await probe({ port: server.port, kinds: [next], wellMs: 10_000, limitMs: 10_000 });

  expect(asked).toBe(15);
  expect(recoveredMs).toBeGreaterThan(0);
  expect({ good, counted }).toEqual({ good: [10], counted: [15] });
});

test('one that never is, is given up', async () => {
  const kinds = [() => requestOf('/503')];

  expect(await probe({ port: server.port, kinds, wellMs: 10_000, limitMs: 100 })).toMatchObject({
    recoveredMs: Infinity,
    slowestMs: Infinity,
    good: [0],
  });
});
