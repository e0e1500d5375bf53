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

function faults(): string[] {
  return server
    .readLog()
    .split('\n')
    .filter((line) => /"status":5\d\d|"level":50/.test(line));
}

/** How long after the check-ins it is asked to stop, ms, and which of the phones are switched off at that moment. */
const cases = [
  { ms: 0, off: 'none', isOff: () => false },
  { ms: 15, off: 'every other', isOff: (nth: number) => nth % 2 === 1 },
  { ms: 15, off: 'all', isOff: () => true },
  { ms: 60, off: 'all', isOff: () => true },
];

test.each(cases)('stops $ms ms after twenty check-ins, phones off: $off', async ({ ms, isOff }) => {
  const [place] = await placesOf(await signInStaff(server, 'manager'));
  const token = await residentToken();
  const hangUp = new AbortController();
  const ids = Array.from({ length: visits }, () => makeUuid7(Date.now(), randomBytes(10)));
  const poster = place?.link.split('/p/')[1];
  const answers = ids.map(async (id, nth) => {
    const signal = isOff(nth) ? { signal: hangUp.signal } : {};
    const answer = await post('visits', { id, poster }, { token, ...signal }).catch(() => undefined);

    return { id, status: answer?.status };
  });
  await new Promise((done) => setTimeout(done, ms));

  hangUp.abort();
  // Connections that phones keep open for their next call do not hold it up: it would be ended by force, and fail.
  await server.stop();
  const acknowledged = (await Promise.all(answers)).filter(({ status }) => status === 200);
  expect(faults()).toEqual([]);
  await server.start();
  expect(await storedIds()).toEqual(expect.arrayContaining(acknowledged.map(({ id }) => id)));
});
