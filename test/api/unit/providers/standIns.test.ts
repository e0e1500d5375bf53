import { AlipayStandIn } from '../../../../api/src/providers/alipay/standIn';
import { IdentityStandIn } from '../../../../api/src/providers/identity/standIn';
import { ProviderUnavailable } from '../../../../api/src/providers/providerUnavailable';
import { remember } from '../../../../api/src/providers/remember';
import { SmsStandIn } from '../../../../api/src/providers/sms/standIn';
import { WechatStandIn } from '../../../../api/src/providers/wechat/standIn';

const timeoutMs = 20;
const claim = { idType: 'resident', name: '王小明', idNumber: '350102199003078515' } as const;

async function ticketOf(identity: IdentityStandIn): Promise<string> {
  const start = await identity.startFace({ ...claim, client: 'h5' });

  return start.ok ? start.ticket : '';
}

describe.each([
  ['WeChat', () => new WechatStandIn(timeoutMs), 'openId'],
  ['Alipay', () => new AlipayStandIn(timeoutMs), 'accountId'],
] as const)('%s', (_name, build, field) => {
  it('gives one person one account, whatever stands behind the dot', async () => {
    const first = await build().signIn('zhang.1');
    const second = await build().signIn('zhang.2');

    expect(first).toEqual(second);
    expect(first).toHaveProperty(field);
    expect(await build().phoneNumber('13800000001.x')).toEqual({ ok: true, phone: '13800000001' });
  });

  it('says no, later and nothing at all when told to', async () => {
    const standIn = build();
    standIn.behave('zhang', 'no');
    standIn.behave('li', 'later');
    standIn.behave('*', 'silent');

    expect(await standIn.signIn('zhang.1')).toEqual({ ok: false, reason: 'refused' });
    expect(await standIn.signIn('li.1')).toEqual({ ok: false, reason: 'busy' });
    await expect(standIn.signIn('wang.1')).rejects.toThrow(ProviderUnavailable);
    await expect(standIn.phoneNumber('13800000001')).rejects.toMatchObject({ fault: 'timeout', status: 503 });
  });
});

describe('SMS', () => {
  it('keeps the last code of each phone and tells the demo', async () => {
    const sms = new SmsStandIn(timeoutMs);
    const sent: string[] = [];
    sms.onSent = (phone, template, params) => sent.push(`${phone} ${template} ${params.join()}`);
    await sms.send('13800000001', 'code', ['111111', '5']);
    await sms.send('13800000001', 'code', ['222222', '5']);

    expect(sms.lastCode('13800000001')).toBe('222222');
    expect(sms.lastCode('13800000002')).toBeUndefined();
    expect(sent).toEqual(['13800000001 code 111111,5', '13800000001 code 222222,5']);
  });

  it('sends nothing when it says no, later or nothing', async () => {
    const sms = new SmsStandIn(timeoutMs);
    sms.behave('13800000001', 'no');
    sms.behave('13800000002', 'later');
    sms.behave('13800000003', 'silent');

    expect(await sms.send('13800000001', 'code', ['1'])).toEqual({ ok: false, reason: 'refused' });
    expect(await sms.send('13800000002', 'code', ['1'])).toEqual({ ok: false, reason: 'busy' });
    await expect(sms.send('13800000003', 'code', ['1'])).rejects.toMatchObject({ fault: 'timeout' });
    expect(sms.lastCode('13800000003')).toBeUndefined();
  });
});

describe('identity', () => {
  it('knows everybody unless told otherwise', async () => {
    const identity = new IdentityStandIn(timeoutMs);

    expect(await identity.matchIdentity(claim)).toBe('match');
    expect(await identity.faceResult(await ticketOf(identity), claim)).toBe('pass');
  });

  it.each([
    ['no', 'mismatch', 'fail'],
    ['later', 'unknown', 'pending'],
  ] as const)('says %s by ID number: %s, %s', async (behaviour, match, face) => {
    const identity = new IdentityStandIn(timeoutMs);
    identity.behave(claim.idNumber, behaviour);

    expect(await identity.matchIdentity(claim)).toBe(match);
    expect(await identity.faceResult(await ticketOf(identity))).toBe(face);
  });

  it('says no to one face, or one ticket, alone', async () => {
    const identity = new IdentityStandIn(timeoutMs);
    const [first, second] = [await ticketOf(identity), await ticketOf(identity)];
    identity.behave(first, 'later');
    identity.behave(`face:${claim.idNumber}`, 'no');

    expect(await identity.matchIdentity(claim)).toBe('match');
    expect(await identity.faceResult(first)).toBe('pending');
    expect(await identity.faceResult(second)).toBe('fail');
  });

  it('does not take a ticket for somebody else, nor one it never gave', async () => {
    const identity = new IdentityStandIn(timeoutMs);
    const ticket = await ticketOf(identity);

    expect(await identity.faceResult(ticket, { ...claim, idNumber: '350102199003078523' })).toBe('fail');
    expect(await identity.faceResult('invented')).toBe('fail');
    expect(await identity.faceResult('invented', claim)).toBe('fail');
  });

  it('takes a ticket that another process gave, for whom it was given', async () => {
    const ticket = await ticketOf(new IdentityStandIn(timeoutMs));
    const identity = new IdentityStandIn(timeoutMs);

    expect(await identity.faceResult(ticket, claim)).toBe('pass');
    expect(await identity.faceResult(ticket, { ...claim, idNumber: '350102199003078523' })).toBe('fail');
    expect(await identity.faceResult(ticket)).toBe('fail');
  });

  it('can say nothing at all', async () => {
    const identity = new IdentityStandIn(timeoutMs);
    identity.behave(claim.idNumber, 'silent');

    await expect(identity.matchIdentity(claim)).rejects.toThrow(ProviderUnavailable);
    await expect(identity.startFace({ ...claim, client: 'weapp' })).rejects.toThrow(ProviderUnavailable);
  });
});

it('a stand-in forgets the oldest, not the newest', () => {
  const map = new Map([['a', 1]]);
  remember(map, 'b', 2, 2);
  remember(map, 'a', 3, 2);
  remember(map, 'c', 4, 2);

  expect([...map]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});
