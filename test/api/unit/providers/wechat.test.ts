import { LiveWechat } from '../../../../api/src/providers/wechat/live';
import { itSurvivesEveryLineFault } from '../../../support/outside/lineFaults';
import { WechatServer } from '../../../support/outside/wechatServer';

const server = new WechatServer();
const clock = { at: 1_790_000_000_000, now: () => clock.at };
const minute = 60_000;

const client = (changes: { appId?: string; secret?: string } = {}) =>
  new LiveWechat({ appId: server.appId, secret: server.secret, url: server.url, ...changes }, clock, 1_000);

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.reset());
afterEach(() => expect(server.breaches).toEqual([]));

describe('signing in with WeChat', () => {
  it('gives the account, and not the session key', async () => {
    expect(await client().signIn('code 1+/=')).toEqual({
      ok: true,
      openId: 'openid-code 1+/=',
      unionId: 'union-1',
    });
  });

  it.each([
    [40029, 'refused'],
    [40163, 'refused'],
    [45011, 'tooFrequent'],
    [40226, 'blocked'],
    [-1, 'busy'],
  ])('says of error %i: %s', async (errcode, reason) => {
    server.errcode = errcode;

    expect(await client().signIn('code-1')).toEqual({ ok: false, reason });
  });

  it.each([{ appId: 'wx-of-another' }, { secret: 'not the secret' }])(
    'calls a wrong account of ours misconfigured, not the person’s fault: %o',
    async (changes) => {
      await expect(client(changes).signIn('code-1')).rejects.toMatchObject({
        fault: 'misconfigured',
        status: 503,
      });
    },
  );

  itSurvivesEveryLineFault(
    () => server,
    () => client().signIn('code-1'),
  );
});

describe('the phone number of a WeChat account', () => {
  it('is asked for with the token and the account', async () => {
    expect(await client().phoneNumber('code-1', 'openid-1')).toEqual({ ok: true, phone: '13800000001' });
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toEqual({ code: 'code-1', openid: 'openid-1' });
  });

  it.each([
    { countryCode: '852', purePhoneNumber: '51234567' },
    { countryCode: 1 },
    { purePhoneNumber: '12345' },
  ])('is unsupported when it is no mainland mobile: %o', async (phone) => {
    server.phone = phone;

    expect(await client().phoneNumber('code-1')).toEqual({ ok: false, reason: 'unsupported' });
  });

  it('takes the country as a number too, as the reference shows it', async () => {
    server.phone = { countryCode: 86 };

    expect(await client().phoneNumber('code-1')).toMatchObject({ ok: true });
  });

  it('is not believed when it was given to another app', async () => {
    server.phone = { watermark: { timestamp: 1, appid: 'wx-of-another' } };

    await expect(client().phoneNumber('code-1')).rejects.toMatchObject({ fault: 'malformed' });
  });

  it.each([
    [40029, 'refused'],
    [-1, 'busy'],
  ])('says of error %i: %s', async (errcode, reason) => {
    server.errcode = errcode;

    expect(await client().phoneNumber('code-1')).toEqual({ ok: false, reason });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().phoneNumber('code-1'),
  );
});

describe('the access token', () => {
  it('is fetched once for many who wait, and kept until 5 minutes before its end', async () => {
    const wechat = client();
    await Promise.all(['a', 'b', 'c', 'd'].map((code) => wechat.phoneNumber(code)));
    expect(server.tokenRequests()).toHaveLength(1);

    clock.at += 114 * minute;
    await wechat.phoneNumber('e');
    expect(server.tokenRequests()).toHaveLength(1);

    clock.at += 2 * minute;
    await wechat.phoneNumber('f');
    expect(server.tokenRequests()).toHaveLength(2);
  });

  it('is fetched again, unforced, when another process has renewed it', async () => {
    const wechat = client();
    await wechat.phoneNumber('a');
    server.token = 'token-2';

    expect(await wechat.phoneNumber('b')).toMatchObject({ ok: true });
    expect(server.forced).toBe(0);
  });

  it('is renewed by force only when WeChat gives out the one that it refuses', async () => {
    const wechat = client();
    await wechat.phoneNumber('a');
    server.tokensRefused = 1;

    expect(await wechat.phoneNumber('b')).toMatchObject({ ok: true });
    expect(server.forced).toBe(1);
  });

  it('is renewed once for many whose token was refused', async () => {
    const wechat = client();
    await wechat.phoneNumber('a');
    server.tokensRefused = 3;
    const answers = await Promise.all(['b', 'c', 'd'].map((code) => wechat.phoneNumber(code)));

    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    expect(server.forced).toBe(1);
  });

  it('is not forced twice within a minute', async () => {
    const wechat = client();
    server.tokensRefused = Infinity;
    await expect(wechat.phoneNumber('a')).rejects.toMatchObject({ fault: 'misconfigured' });
    await expect(wechat.phoneNumber('b')).rejects.toMatchObject({ fault: 'failed' });

    expect(server.forced).toBe(1);
  });

  it.each([
    [-1, 'failed'],
    [40164, 'misconfigured'],
  ])('that cannot be had (%i) is nobody’s fault but ours: %s', async (errcode, fault) => {
    server.tokenErrcode = errcode;

    await expect(client().phoneNumber('a')).rejects.toMatchObject({ fault, call: 'stable_token' });
  });

  it('is asked for anew after a failure', async () => {
    const wechat = client();
    server.tokenErrcode = -1;
    await expect(wechat.phoneNumber('a')).rejects.toThrow();
    server.tokenErrcode = 0;

    expect(await wechat.phoneNumber('a')).toMatchObject({ ok: true });
  });
});
