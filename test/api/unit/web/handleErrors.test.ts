import { DatabaseError } from 'sequelize';

import { AppError } from '../../../../api/src/base/errors';
import { ProviderUnavailable } from '../../../../api/src/providers/providerUnavailable';
import { handleErrors } from '../../../../api/src/web/handleErrors';
import type { Http } from '../../../../api/src/web/http';

/** What becomes of an error: status, code, headers, and what the log gets. */
async function answerTo(thrown: unknown) {
  const headers: Record<string, string> = {};
  const logged: Record<string, unknown>[] = [];
  const http = {
    state: { requestId: 'test' },
    services: { logger: { error: (line: Record<string, unknown>) => logged.push(line) } },
    set: (name: string, value: string) => (headers[name] = value),
  } as unknown as Http;
  await handleErrors(http, () => Promise.reject(thrown));
  const { error } = http.body as { error: { code: string } };

  return { status: http.status, code: error.code, headers, logged, text: JSON.stringify(http.body) };
}

function withStatus(status: number): Error {
  return Object.assign(new Error('a library’s words'), { status });
}

function ofDatabase(code: string): DatabaseError {
  return new DatabaseError(Object.assign(new Error('Duplicate entry ‘13800001234’'), { code, sql: 'x' }));
}

test('errors of our own keep their code; 4xx are not logged', async () => {
  const answer = await answerTo(new AppError('conflict'));
  expect(answer).toMatchObject({ status: 409, code: 'conflict', logged: [] });
});

test.each([
  [400, 404, 'not_found'],
  [403, 404, 'not_found'],
  [404, 404, 'not_found'],
  [413, 413, 'body_too_large'],
  [500, 500, 'internal'],
  [200, 500, 'internal'],
])('a library’s %i becomes %i', async (given, status, code) => {
  const answer = await answerTo(withStatus(given));
  expect(answer).toMatchObject({ status, code });
  expect(answer.text).not.toContain('library');
});

test.each(['PROTOCOL_CONNECTION_LOST', 'SQLITE_FULL', 'ER_LOCK_DEADLOCK', 'SQLITE_BUSY'])(
  'a database with %s: 503, and a time to come back that is not everybody’s',
  async (code) => {
    const waits = new Set<string>();
    for (let i = 0; i < 50; i += 1) {
      const answer = await answerTo(ofDatabase(code));
      expect(answer).toMatchObject({ status: 503, code: 'unavailable' });
      waits.add(answer.headers['Retry-After'] ?? '');
    }
    expect(waits.size).toBeGreaterThan(2);
    expect([...waits].map(Number).every((wait) => wait >= 2 && wait < 8)).toBe(true);
  },
);

test('an outside system that fails is named in the log, not in the answer', async () => {
  const answer = await answerTo(new ProviderUnavailable('sms', 'SendSms', 'timeout'));
  expect(answer).toMatchObject({ status: 503, code: 'unavailable' });
  expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
  expect(answer.logged).toMatchObject([{ provider: 'sms', call: 'SendSms', fault: 'timeout' }]);
  expect(answer.text).not.toMatch(/SendSms|timeout/);
});

test('anything else is ours to mend, and says nothing', async () => {
  for (const thrown of [new Error('hush'), 'hush', undefined, null, { status: 'hush' }]) {
    const answer = await answerTo(thrown);
    expect(answer).toMatchObject({ status: 500, code: 'internal' });
    expect(answer.text).not.toContain('hush');
    expect(answer.logged).toHaveLength(1);
  }
});
