import '../../support/browser';

import { pageOf } from '@anxing/contract/fields';
import { flow } from '@anxing/contract/flow';
import { passageItem } from '@anxing/contract/passages';
import { point } from '@anxing/contract/points';
import { sessionAnswer } from '@anxing/contract/sessions';
import { z } from 'zod';

import { ApiClient } from '../../../../admin/src/lib/api/apiClient';
import { ApiError } from '../../../../admin/src/lib/api/apiError';
import { FakeApi } from '../../support/fake/fakeApi';
import { connect } from '../../support/fakeFetch';

function start() {
  const api = new FakeApi();
  api.house.signInAs('owner');
  connect(api);

  return { api, client: new ApiClient() };
}

async function refusalOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) {
    throw new Error('The call was not refused by the API');
  }

  return error;
}

describe('an expired session', () => {
  it('is renewed once for all calls that notice it together, and each is repeated', async () => {
    const { api, client } = start();
    api.house.isAccessFresh = false;
    const answers = await Promise.all([
      client.get('unit/flow', flow),
      client.get('unit/points', pageOf(point)),
      client.get('unit/passages', pageOf(passageItem)),
    ]);

    expect(answers).toHaveLength(3);
    expect(api.countOf('POST sessions/refresh')).toBe(1);
    expect(api.countOf('GET unit/flow')).toBe(2);
  });

  it('is not renewed again for a call that was answered late', async () => {
    const { api, client } = start();
    api.refuseNext('GET unit/flow', 'session_expired');
    api.refuseNext('GET unit/flow', 'session_expired');
    await Promise.all([client.get('unit/flow', flow), client.get('unit/flow', flow)]);

    expect(api.countOf('POST sessions/refresh')).toBe(1);
  });

  it('that cannot be renewed is told to whoever called', async () => {
    const { api, client } = start();
    api.house.signedIn = undefined;
    const error = await refusalOf(client.get('unit/flow', flow));

    expect(error.isSignedOut).toBe(true);
    expect(api.countOf('GET unit/flow')).toBe(1);
  });

  it('is tried once only: a call that is refused again stays refused', async () => {
    const { api, client } = start();
    api.refuseNext('GET unit/flow', 'session_expired');
    api.refuseNext('GET unit/flow', 'session_expired');
    const error = await refusalOf(client.get('unit/flow', flow));

    expect(error.code).toBe('session_expired');
    expect(api.countOf('POST sessions/refresh')).toBe(1);
  });

  it('has nothing to do with a wrong password', async () => {
    const { api, client } = start();
    const wrong = { grant: 'password', phone: '13800001001', password: 'wrong-password-1' };
    const error = await refusalOf(client.signIn(wrong, sessionAnswer));

    expect(error.code).toBe('sign_in_failed');
    expect(api.countOf('POST sessions/refresh')).toBe(0);
  });
});

describe('errors', () => {
  it('carry the server’s words, the fields and when to try again', async () => {
    const { api, client } = start();
    api.refuseNext('GET unit/flow', 'unavailable', { retryAfter: 4 });
    const busy = await refusalOf(client.get('unit/flow', flow));
    const wrong = await refusalOf(client.post('unit/points', { name: '' }, point));

    expect(busy).toMatchObject({ message: '服务繁忙，请稍后再试', retryAfter: 4, isPassing: true });
    expect(wrong.fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'address', 'division']),
    );
  });

  it('of a proxy without our body are put into words by their status', async () => {
    const { client } = start();
    Object.assign(globalThis, {
      fetch: async () => ({
        ok: false,
        status: 502,
        headers: { get: () => null },
        json: async () => Promise.reject(new SyntaxError('no JSON')),
      }),
    });

    expect(await refusalOf(client.get('unit/flow', flow))).toMatchObject({
      code: 'unavailable',
      status: 502,
    });
  });

  it('of the network are told apart', async () => {
    const { client } = start();
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const error = await refusalOf(client.get('unit/flow', flow));

    expect(error).toMatchObject({ code: 'network', message: '无法连接服务器，请检查网络后重试' });
  });

  it('are raised for answers that are not what was agreed', async () => {
    const { client } = start();

    expect(await refusalOf(client.get('unit/flow', z.object({ people: z.number() })))).toMatchObject({
      code: 'unreadable',
    });
  });
});
