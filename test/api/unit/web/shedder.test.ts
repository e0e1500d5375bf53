import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { errorTexts } from '@anxing/contract/errors';

import { Metrics } from '../../../../api/src/base/metrics';
import type { LoopLag } from '../../../../api/src/web/loopLag';
import { Shedder } from '../../../../api/src/web/shedder';

const paths = {
  code: '/api/v1/me/code',
  door: '/api/v1/scans',
  admin: '/api/v1/unit/passages',
  export: '/api/v1/unit/jobs',
  page: '/healthz',
};
type Path = keyof typeof paths;

const lag = { ms: 0 };
let running = 0;
const metrics = new Metrics();
let server: http.Server;
let url: string;

beforeAll(async () => {
  const shedder = new Shedder(lag as unknown as LoopLag, metrics, () => running);
  server = http.createServer((request, response) => {
    if (!shedder.refuses(request, response)) {
      response.end('served');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

async function served(): Promise<Path[]> {
  const answers = await Promise.all(
    Object.entries(paths).map(async ([name, path]) => {
      const { status } = await fetch(url + path, { method: name === 'door' ? 'POST' : 'GET' });

      return status === 200 ? [name as Path] : [];
    }),
  );

  return answers.flat();
}

test.each<[number, Path[]]>([
  [0, ['code', 'door', 'admin', 'export', 'page']],
  [200, ['code', 'door', 'admin', 'page']],
  [300, ['code', 'door', 'page']],
  [500, ['code', 'page']],
  [5_000, ['page']],
])('at a lag of %d ms are served: %j', async (ms, expected) => {
  lag.ms = ms;
  expect(await served()).toEqual(expected);
});

test.each<[number, Path[]]>([
  [199, ['code', 'door', 'admin', 'export', 'page']],
  [200, ['code', 'door', 'admin', 'page']],
  [600, ['code', 'door', 'page']],
  [1_600, ['code', 'page']],
  [3_000, ['page']],
])('with %d requests under way are served: %j', async (count, expected) => {
  lag.ms = 0;
  running = count;
  expect(await served()).toEqual(expected);
  running = 0;
});

test('who is refused is told when to come back, in the shape of every error', async () => {
  lag.ms = 300;
  const response = await fetch(url + paths.admin);
  const body = (await response.json()) as { error: Record<string, unknown> };
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
  expect(body.error).toEqual({
    code: 'unavailable',
    message: errorTexts.unavailable[1],
    messageEn: errorTexts.unavailable[2],
    requestId: response.headers.get('x-request-id'),
  });
  expect(await metrics.registry.metrics()).toMatch(/anxing_shed_total\{priority="admin"\} [1-9]/);
});

test('once it is over everything is served again', async () => {
  lag.ms = 0;
  expect(await served()).toHaveLength(5);
});
