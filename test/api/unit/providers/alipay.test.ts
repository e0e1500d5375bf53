import type { KeyObject } from 'node:crypto';

import type { AlipaySettings } from '../../../../api/src/providers/alipay/alipay';
import { beijingTime } from '../../../../api/src/providers/alipay/gateway';
import { LiveAlipay } from '../../../../api/src/providers/alipay/live';
import { AlipayServer, type AlipayMood } from '../../../support/outside/alipayServer';
import { itSurvivesEveryLineFault } from '../../../support/outside/lineFaults';

const server = new AlipayServer();
const clock = { now: () => server.now };

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'spki') =>
  key.export({ format: 'pem', type }).toString();
const bare = (text: string) => text.replace(/-----.*-----/g, '').trim();

const client = (changes: Partial<AlipaySettings> = {}) =>
  new LiveAlipay(
    {
      appId: server.appId,
      privateKey: pem(server.app.privateKey, 'pkcs8'),
      alipayPublicKey: pem(server.alipay.publicKey, 'spki'),
      aesKey: server.aesKey.toString('base64'),
      url: `${server.url}/gateway.do`,
      ...changes,
    },
    clock,
    1_000,
  );

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.reset());

describe('signing in with Alipay', () => {
  afterEach(() => expect(server.breaches).toEqual([]));

  it.each<[AlipayMood, string]>([
    ['openId', 'open-1'],
    ['userId', '2088000000000001'],
    ['oddSpacing', '开放'],
  ])('signs the request and believes the signed answer: %s', async (mood, accountId) => {
    server.mood = mood;

    expect(await client().signIn('code-1 +&=中')).toEqual({ ok: true, accountId });
  });

  it.each<[AlipayMood, string]>([
    ['codeInvalid', 'refused'],
    ['busy', 'busy'],
    ['limited', 'busy'],
  ])('says of %s: %s', async (mood, reason) => {
    server.mood = mood;

    expect(await client().signIn('code-1')).toEqual({ ok: false, reason });
  });

  it.each<[AlipayMood, string]>([
    ['signedByOther', 'signature'],
    ['tampered', 'signature'],
    ['unsigned', 'signature'],
    ['unsignedRefusal', 'signature'],
    ['twoNodes', 'malformed'],
    ['otherMethod', 'malformed'],
    ['noAccount', 'malformed'],
    ['noPermission', 'misconfigured'],
  ])('does not believe %s: %s', async (mood, fault) => {
    server.mood = mood;

    await expect(client().signIn('code-1')).rejects.toMatchObject({ fault, status: 503, provider: 'alipay' });
  });

  it('names the reason of a refusal of our own account', async () => {
    server.mood = 'unsignedRefusal';

    await expect(client().signIn('code-1')).rejects.toThrow('isv.invalid-app-id');
  });

  it('signs the time of GMT+8 on both sides of midnight and in any zone', async () => {
    server.now = Date.parse('2026-12-31T16:30:00Z');

    expect(beijingTime(server.now)).toBe('2027-01-01 00:30:00');
    expect(await client().signIn('code-1')).toMatchObject({ ok: true });
  });

  it('takes keys as Alipay’s tool writes them, without PEM lines', async () => {
    const changes = {
      privateKey: bare(pem(server.app.privateKey, 'pkcs1')),
      alipayPublicKey: bare(pem(server.alipay.publicKey, 'spki')),
    };

    expect(await client(changes).signIn('code-1')).toMatchObject({ ok: true });
    expect(
      await client({ privateKey: bare(pem(server.app.privateKey, 'pkcs8')) }).signIn('code-1'),
    ).toMatchObject({
      ok: true,
    });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().signIn('code-1'),
  );
});

it('the server would notice a request signed with another key', async () => {
  await client({ privateKey: pem(server.other.privateKey, 'pkcs8') }).signIn('code-1');

  expect(server.breaches).toEqual(['signature of the request']);
});

describe('unusable keys stop the start', () => {
  it.each<[Partial<AlipaySettings>, string]>([
    [{ privateKey: 'nonsense' }, 'ANXING_ALIPAY_PRIVATE_KEY_FILE'],
    [{ privateKey: '' }, 'ANXING_ALIPAY_PRIVATE_KEY_FILE'],
    [{ alipayPublicKey: 'nonsense' }, 'ANXING_ALIPAY_PUBLIC_KEY_FILE'],
    [{ aesKey: 'c2hvcnQ=' }, 'ANXING_ALIPAY_AES_KEY'],
  ])('%o', (changes, setting) => {
    expect(() => client(changes)).toThrow(setting);
  });
});

describe('the phone number of an Alipay account', () => {
  const found = { code: '10000', msg: 'Success', mobile: '13800000001' };

  it('is verified and decrypted without asking anybody', async () => {
    expect(await client().phoneNumber(server.phoneAnswer(found))).toEqual({ ok: true, phone: '13800000001' });
    expect(server.requests).toEqual([]);
  });

  it('is refused when anything in it was changed', async () => {
    const other = JSON.parse(server.phoneAnswer({ ...found, mobile: '13800000002' })) as { response: string };
    const withoutQuotes = server.phoneAnswer(found, { sign: server.sign(other.response) });
    const forged = [
      server.phoneAnswer(found, { response: other.response }),
      server.phoneAnswer(found, { sign: server.sign('"x"', server.other.privateKey) }),
      server.phoneAnswer(found, { sign: '' }),
      withoutQuotes,
      JSON.stringify({ response: JSON.stringify(found), sign: 'AAAA' }),
      JSON.stringify(found),
      'not json',
      '',
    ];

    for (const answer of forged) {
      expect(await client().phoneNumber(answer)).toEqual({ ok: false, reason: 'refused' });
    }
  });

  it('is refused when it was encrypted for another app', async () => {
    const answer = server.phoneAnswer(found);

    expect(await client({ aesKey: Buffer.alloc(16, 7).toString('base64') }).phoneNumber(answer)).toEqual({
      ok: false,
      reason: 'refused',
    });
  });

  it.each([
    [{ code: '40003', msg: 'Insufficient Conditions', subCode: 'isv.invalid-auth-relations' }, 'refused'],
    [{ code: '20000', msg: 'Service Currently Unavailable', subCode: 'aop.unknow-error' }, 'busy'],
    [{ code: '10000', msg: 'Success', mobile: '+85251234567' }, 'unsupported'],
  ])('says of %o: %s', async (content, reason) => {
    const open = JSON.stringify(content);

    expect(await client().phoneNumber(server.phoneAnswer(content))).toEqual({ ok: false, reason });
    expect(await client().phoneNumber(JSON.stringify({ response: open, sign: server.sign(open) }))).toEqual({
      ok: false,
      reason,
    });
  });
});
