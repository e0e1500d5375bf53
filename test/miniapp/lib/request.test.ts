import { ApiError } from '../../../miniapp/src/lib/apiError';
import { online } from '../../../miniapp/src/lib/network';
import { request } from '../../../miniapp/src/lib/request';
import { isSignedIn } from '../../../miniapp/src/lib/session';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { refusal, type Reply } from '../../support/taro/server';

const renewed = {
  body: {
    accessToken: 'access-2',
    refreshToken: 'refresh-2',
    expiresIn: 600,
    mustChangePassword: false,
    kind: 'resident',
  },
};

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.catch((cause: unknown) => cause);
  if (!(error instanceof ApiError)) {
    throw new Error('no ApiError');
  }

  return error;
}

function onlyWith(token: string, reply: Reply) {
  return ({ headers }: { headers: Record<string, string> }) =>
    headers.authorization === `Bearer ${token}` ? reply : refusal('session_expired');
}

describe('a call of the API', () => {
  test('says which program calls, and for whom', async () => {
    const server = await signedInApp();
    server.on('GET me/code', ({ headers }) => ({ body: headers }));
    expect(await request('GET', 'me/code')).toMatchObject({
      'x-anxing-client': 'weapp',
      authorization: 'Bearer access-1',
    });
  });

  test('an ended session is renewed once for all calls that meet it, and they are repeated', async () => {
    const server = await signedInApp();
    server.on('POST sessions/refresh', renewed);
    server.on('GET me/code', onlyWith('access-2', { body: { ok: 1 } }));
    server.on('GET me/passages', onlyWith('access-2', { body: { ok: 2 } }));
    const answers = await Promise.all([
      request('GET', 'me/code'),
      request('GET', 'me/passages'),
      request('GET', 'me/code'),
    ]);
    expect(answers).toEqual([{ ok: 1 }, { ok: 2 }, { ok: 1 }]);
    expect(server.count('POST sessions/refresh')).toBe(1);
  });

  test('a session that cannot be renewed is over', async () => {
    const server = await signedInApp();
    server.on('GET me/code', refusal('session_expired'));
    server.on('POST sessions/refresh', refusal('session_expired'));
    expect((await failureOf(request('GET', 'me/code'))).code).toBe('session_expired');
    expect(isSignedIn()).toBe(false);
  });

  test('a server that is busy does not end the session', async () => {
    const server = await signedInApp();
    server.on('GET me/code', refusal('session_expired'));
    server.on('POST sessions/refresh', refusal('unavailable'));
    await failureOf(request('GET', 'me/code'));
    expect(isSignedIn()).toBe(true);
  });

  test('H5 sends no token: its session is in cookies', async () => {
    const server = await signedInApp({}, 'h5');
    server.on('GET me/code', ({ headers }) => ({ body: headers }));
    expect(await request('GET', 'me/code')).not.toHaveProperty('authorization');
    expect([...phone.storage.values()].join()).not.toContain('access-1');
  });

  test('is not sent again before the time that the server asked for', async () => {
    const server = await signedInApp();
    server.on('GET me/held', refusal('too_many_requests', { 'retry-after': '30' }));
    await failureOf(request('GET', 'me/held'));
    const error = await failureOf(request('GET', 'me/held'));
    expect(error.retryAfter).toBe(30);
    expect(server.count('GET me/held')).toBe(1);

    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 21_000);
    expect((await failureOf(request('GET', 'me/held'))).retryAfter).toBeLessThan(10);
    jest.restoreAllMocks();

    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    await failureOf(request('GET', 'me/held'));
    jest.restoreAllMocks();
    expect(server.count('GET me/held')).toBe(2);
  });

  test('an unreachable server is offline, and the next answer ends that', async () => {
    const server = await signedInApp();
    server.on('GET me/code', { body: {} });
    server.isReachable = false;
    const error = await failureOf(request('GET', 'me/code'));
    expect(error).toMatchObject({ code: 'offline', message: '网络不可用，请检查网络后重试' });
    expect(online.get()).toBe(false);
    server.isReachable = true;
    await request('GET', 'me/code');
    expect(online.get()).toBe(true);
  });

  test('a page of the Wi-Fi in place of an answer is no answer', async () => {
    await signedInApp();
    phone.network = async () => ({ statusCode: 200, header: {}, data: '<html>sign in to the Wi-Fi</html>' });
    expect((await failureOf(request('GET', 'me/code'))).code).toBe('garbled');
  });
});
