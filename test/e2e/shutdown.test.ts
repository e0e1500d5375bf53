import { randomBytes } from 'node:crypto';

import type { PassageItem } from '@anxing/contract/passages';
import type { SessionAnswer } from '@anxing/contract/sessions';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { accountOf, signInStaff } from '../support/e2e/apiUser';
import { startServer, type RunningServer } from '../support/e2e/server';
import { placesOf } from '../support/e2e/venue';

jest.setTimeout(60_000);

const visits = 20;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ name: 'shutdown', database: process.env.ANXING_TEST_MARIADB ?? 'sqlite' });
});

afterAll(() => server?.close());

interface Sending {
  token?: string;
  signal?: AbortSignal;
}

function post(path: string, body: object, { token, signal }: Sending = {}): Promise<Response> {
  return fetch(`${server.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

async function residentToken(): Promise<string> {
  const { phone, secret: code } = accountOf(server, 'resident');
  await post('sms-codes', { phone });
  const answer = await post('sessions', { grant: 'sms', phone, code });

  return ((await answer.json()) as SessionAnswer).accessToken;
}

async function storedIds(): Promise<string[]> {
  const manager = await signInStaff(server, 'manager');
  const { items } = await manager.get<{ items: PassageItem[] }>('unit/passages?limit=100');

  return items.map(({ id }) => id);
}

test.each([0, 15, 60])('asked to stop %d ms after twenty check-ins, it finishes them and ends', async (ms) => {
  const [place] = await placesOf(await signInStaff(server, 'manager'));
  const token = await residentToken();
  const hangUp = new AbortController();
  const ids = Array.from({ length: visits }, () => makeUuid7(Date.now(), randomBytes(10)));
  const poster = place?.link.split('/p/')[1];
  const answers = ids.map(async (id, nth) => {
    // Every other phone is switched off while it waits.
    const signal = nth % 2 === 0 ? {} : { signal: hangUp.signal };
    const answer = await post('visits', { id, poster }, { token, ...signal }).catch(() => undefined);

    return { id, status: answer?.status };
  });
  await new Promise((done) => setTimeout(done, ms));

  hangUp.abort();
  await server.stop();
  const acknowledged = (await Promise.all(answers)).filter(({ status }) => status === 200);
  expect(server.readLog()).not.toMatch(/"status":5\d\d|"level":"?(50|error)/);
  await server.start();
  expect(await storedIds()).toEqual(expect.arrayContaining(acknowledged.map(({ id }) => id)));
});
