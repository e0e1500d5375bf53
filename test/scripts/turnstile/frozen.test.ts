import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { State } from '../../../scripts/turnstile/state.mjs';
import { Turnstile } from '../../../scripts/turnstile/turnstile.mjs';
import { uuid7 } from '../../../scripts/turnstile/uuid7.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

jest.setTimeout(30_000);

const folder = useTemporaryFolder();
const sockets = new Set<Socket>();
const heard: string[] = [];
let server: Server;

/** Takes every call and never answers. */
beforeEach(async () => {
  heard.length = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => heard.push(chunk.toString().split(' ')[1] ?? ''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  await new Promise((done) => server.close(done));
});

function gateWith(waiting: number): Turnstile {
  const { port } = server.address() as AddressInfo;
  const state = new State(folder());
  state.write('device', {
    origin: `http://127.0.0.1:${port}`,
    deviceId: '01a1f65c-3340-7010-9010-101010101010',
    serverKeys: [],
  });
  const item = { object: 'AX1:', decision: 'allow' };
  state.write(
    'queue',
    Array.from({ length: waiting }, () => ({ id: uuid7(Date.now()), ...item })),
  );

  return new Turnstile(state, { skewSeconds: 0 });
}

test('nobody waits for passages that a frozen platform does not take', async () => {
  const gate = gateWith(3);
  const began = performance.now();
  const verdict = await gate.check('GJ0123456789', {});
  expect(verdict).toMatchObject({ by: 'itself', opens: false });
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(heard).toEqual(['/api/v1/device/scans']);
  expect(gate.queue.length).toBe(3);
});

test('nor while they are on their way, and they are never sent twice at once', async () => {
  const gate = gateWith(3);
  const uploads = [gate.upload(), gate.upload()].map((one) => one.catch(() => undefined));
  const began = performance.now();
  expect(await gate.check('GJ0123456789', {})).toMatchObject({ by: 'itself' });
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(heard.filter((path) => path.endsWith('/late'))).toHaveLength(1);
  sockets.forEach((socket) => socket.destroy());
  await Promise.all(uploads);
  expect(gate.queue.length).toBe(3);
});
