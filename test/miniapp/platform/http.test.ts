import { NoAnswer, sendHttp } from '../../../miniapp/src/platform/http';
import { phone } from '../../support/taro/phone';

const call = { method: 'GET', url: 'http://api.example/x', headers: {}, timeout: 50 } as const;

beforeEach(() => phone.reset());

describe('an answer is the same on every platform', () => {
  test('header names are in lower case', async () => {
    phone.network = async () => ({
      statusCode: 200,
      header: { 'Retry-After': '3', 'X-List': ['a', 'b'] },
      data: {},
    });
    expect((await sendHttp(call)).headers).toEqual({ 'retry-after': '3', 'x-list': 'a' });
  });

  test('Alipay reports a refusal as a failure with the answer inside', async () => {
    phone.network = () =>
      Promise.reject({
        error: 19,
        status: 422,
        headers: { 'retry-after': '1' },
        data: '{"error":{"code":"x"}}',
      });
    expect(await sendHttp(call)).toEqual({
      status: 422,
      headers: { 'retry-after': '1' },
      body: { error: { code: 'x' } },
    });
  });

  test('without a status the error body still counts', async () => {
    phone.network = () => Promise.reject({ error: 19, data: { error: { code: 'x' } } });
    expect(await sendHttp(call)).toMatchObject({ status: 400, body: { error: { code: 'x' } } });
  });

  test('an answer without a body is null', async () => {
    phone.network = async () => ({ statusCode: 204, header: {}, data: '' });
    expect((await sendHttp(call)).body).toBeNull();
  });

  test.each([
    [{ errMsg: 'request:fail timeout' }, true],
    [{ error: 13, errorMessage: '超时' }, true],
    [{ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' }, false],
    [undefined, false],
  ])('%j is no answer', async (failure, isTimeout) => {
    phone.network = () => Promise.reject(failure);
    const error = await sendHttp(call).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ isTimeout });
  });

  test('a request that hangs is given up', async () => {
    phone.network = () => new Promise(() => undefined);
    await expect(sendHttp(call)).rejects.toMatchObject({ isTimeout: true });
  });
});
