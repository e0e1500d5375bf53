import { limits } from '@anxing/contract/limits';

import { Account } from '../../../api/src/models/account';
import { Consent } from '../../../api/src/models/consent';
import { Person } from '../../../api/src/models/person';
import { setPhone } from '../../../api/src/commands/setPhone';
import { auditEvents } from '../../support/api/auditEvents';
import { buildAccount } from '../../support/api/factories/buildPerson';
import { consentingAccount, signedInPerson } from '../../support/api/factories/signedInResident';
import { system } from '../../support/api/factories/buildUnit';
import { signIn } from '../../support/api/factories/signIn';
import { inventPhone } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function open(body: object) {
  return api.request.post('/api/v1/sessions').send(body);
}

/** Has a code sent; the one that the phone shows. */
async function codeFor(phone: string): Promise<string> {
  await api.request.post('/api/v1/sms-codes').send({ phone }).expect(200);

  return standIns.sms.lastCode(phone) ?? '';
}

/** A code that is not the one sent. */
function another(code: string): string {
  return code === '111111' ? '222222' : '111111';
}

async function meOf(accessToken: string) {
  const { body } = await api.request
    .get('/api/v1/me')
    .set({ authorization: `Bearer ${accessToken}` })
    .expect(200);

  return body;
}

function accountsOf(phone: string) {
  return Account.findAll({ where: { kind: 'phone', subjectIndex: api.services.index.phone(phone) } });
}

describe('by SMS', () => {
  test('the first time makes the account, the second finds it', async () => {
    const phone = inventPhone();
    const code = await codeFor(phone);
    const { body } = await open({ grant: 'sms', phone, code }).expect(200);

    expect(body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresIn: limits.accessTokenSeconds,
      mustChangePassword: false,
      kind: 'resident',
    });
    expect(await meOf(body.accessToken)).toMatchObject({
      level: 1,
      phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    });
    const [account] = await accountsOf(phone);
    expect((await auditEvents(api.services, account?.id ?? '')).map(({ action }) => action)).toEqual([
      'accounts.create',
    ]);

    await signInResidentAgain(phone);
    expect(await accountsOf(phone)).toHaveLength(1);
  });

  async function signInResidentAgain(phone: string): Promise<void> {
    standIns.sms.preset(phone, '314159');
    await open({ grant: 'sms', phone, code: '314159' }).expect(200);
  }

  test('two first sign-ins at once make one account', async () => {
    const phone = inventPhone();
    standIns.sms.preset(phone, '271828');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => open({ grant: 'sms', phone, code: '271828' })),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await accountsOf(phone)).toHaveLength(1);
  });

  test('a code works once', async () => {
    const phone = inventPhone();
    const code = await codeFor(phone);
    await open({ grant: 'sms', phone, code }).expect(200);

    expect(codeOf(await open({ grant: 'sms', phone, code }).expect(401))).toBe('sms_code_wrong');
  });

  test('the fifth wrong code ends it, also for the right one', async () => {
    const phone = inventPhone();
    const code = await codeFor(phone);
    for (let i = 0; i < limits.smsAttemptsPerCode; i += 1) {
      await open({ grant: 'sms', phone, code: another(code) }).expect(401);
    }

    expect(codeOf(await open({ grant: 'sms', phone, code }).expect(401))).toBe('sms_code_wrong');
    expect(await accountsOf(phone)).toHaveLength(0);
  });

  test('many wrong codes are slowed down', async () => {
    const phone = inventPhone();
    const statuses = [];
    for (let i = 0; i < 16; i += 1) {
      const { status } = await open({ grant: 'sms', phone, code: '111111' });
      statuses.push(status);
    }

    expect(statuses).toEqual([...Array(15).fill(401), 429]);
  });

  test('a code lives five minutes', async () => {
    const phone = inventPhone();
    const code = await codeFor(phone);
    api.clock.advance(limits.smsCodeMinutes * 60_000);

    await open({ grant: 'sms', phone, code }).expect(401);
  });

  test('the code of another phone is wrong', async () => {
    const code = await codeFor(inventPhone());

    await open({ grant: 'sms', phone: inventPhone(), code }).expect(401);
  });

  test('a wrong code gets the same answer whether or not somebody has an account', async () => {
    const { phone } = await buildAccount(api.services);
    const [known, unknown] = [
      await open({ grant: 'sms', phone, code: '111111' }).expect(401),
      await open({ grant: 'sms', phone: inventPhone(), code: '111111' }).expect(401),
    ];
    const { requestId: one, ...knownError } = known.body.error;
    const { requestId: other, ...unknownError } = unknown.body.error;

    expect(one).not.toBe(other);
    expect(knownError).toEqual(unknownError);
  });
});

describe('a number that was silent for long', () => {
  async function signInAfter(days: number, phone: string) {
    standIns.sms.preset(phone, '161803');
    api.clock.advance(days * dayMs);
    const { body } = await open({ grant: 'sms', phone, code: '161803' }).expect(200);

    return meOf(body.accessToken);
  }

  test('does not open the person it had, who is told to prove the identity again', async () => {
    const { account, person, phone } = await signedInPerson(api.services);
    await api.services.database.write((tx) =>
      Consent.create(
        { id: account.id, accountId: account.id, kind: 'privacy', version: 'old', at: 1 },
        { transaction: tx },
      ),
    );
    const me = await signInAfter(limits.phoneReissueDays + 1, phone);

    expect(me).toMatchObject({
      proofAgain: true,
      level: 1,
      name: null,
      idNumber: null,
      hasCode: false,
      consents: [],
    });
    expect(await Person.findByPk(person.id)).not.toBeNull();
    const events = await auditEvents(api.services, account.id);
    expect(events).toContainEqual(
      expect.objectContaining({
        action: 'accounts.silent',
        details: expect.objectContaining({ person: person.id }),
      }),
    );
    expect(events.map(({ action }) => action)).toContain('consents.lapse');
  });

  test('is no longer the number of the person it had', async () => {
    const { account, person, phone } = await signedInPerson(api.services);
    await api.services.database.write(async (tx) => {
      person.phone = api.services.vault.seal({ table: 'persons', column: 'phone', row: person.id }, phone);
      await person.save({ transaction: tx });
    });
    await signInAfter(limits.phoneReissueDays + 1, phone);

    expect((await Person.findByPk(person.id))?.phone).toBeNull();
    expect((await Account.findByPk(account.id))?.personId).toBeNull();
  });

  test('keeps nothing of an identity that was on its way', async () => {
    const { account, phone } = await consentingAccount(api.services);
    await api.services.database.write(async (tx) => {
      const place = (column: string) => ({ table: 'accounts', column, row: account.id });
      account.set({
        pendingIdType: 'passport',
        pendingName: api.services.vault.seal(place('pending_name'), '某某'),
        pendingNumber: api.services.vault.seal(place('pending_number'), 'E00000000'),
        pendingLevel: 3,
      });
      await account.save({ transaction: tx });
    });

    expect(await signInAfter(limits.phoneReissueDays + 1, phone)).toMatchObject({
      level: 1,
      name: null,
      idNumber: null,
      proofAgain: false,
    });
  });

  test('opens the person up to the limit, and when a session was renewed meanwhile', async () => {
    const { phone } = await signedInPerson(api.services);

    expect(await signInAfter(limits.phoneReissueDays - 1, phone)).toMatchObject({
      proofAgain: false,
      level: 4,
    });
    expect(await signInAfter(limits.phoneReissueDays - 1, phone)).toMatchObject({
      proofAgain: false,
      level: 4,
    });
  });

  test('is no matter for WeChat accounts', async () => {
    const account = await wechatAccount('quiet');
    api.clock.advance(400 * dayMs);
    const { body } = await open({ grant: 'wechat', code: 'quiet.2' }).expect(200);

    expect(await meOf(body.accessToken)).toMatchObject({ proofAgain: false });
    expect((await Account.findByPk(account.id))?.lastSeenAt).toBeGreaterThan(account.lastSeenAt);
  });
});

async function wechatAccount(name: string): Promise<Account> {
  await open({ grant: 'wechat', code: `${name}.1` }).expect(200);
  const subjectIndex = api.services.index.platformUser('wechat', `wechat-${name}`);
  const account = await Account.findOne({ where: { kind: 'wechat', subjectIndex } });
  if (!account) {
    throw new Error('no account was made');
  }

  return account;
}

describe('by WeChat and Alipay', () => {
  test('one account per user of the platform, not yet with a phone', async () => {
    const first = await open({ grant: 'wechat', code: 'li.1' }).expect(200);
    const again = await open({ grant: 'wechat', code: 'li.2' }).expect(200);
    const alipay = await open({ grant: 'alipay', code: 'li.1' }).expect(200);

    expect(await meOf(first.body.accessToken)).toMatchObject({ level: 0, phone: null });
    expect(again.body.kind).toBe('resident');
    expect(await meOf(alipay.body.accessToken)).toMatchObject({ level: 0 });
    expect(
      await Account.count({
        where: { subjectIndex: api.services.index.platformUser('wechat', 'wechat-li') },
      }),
    ).toBe(1);
  });

  test('the same phone in two accounts joins nothing', async () => {
    const { phone, person } = await signedInPerson(api.services);
    const account = await wechatAccount('wu');
    await setPhone(api.services, system, account, { grant: 'wechat', code: phone });

    const { body } = await api.request.get('/api/v1/me').set(await signIn(api.services, { account }));
    expect(body).toMatchObject({ level: 1, name: null });
    expect((await Account.findByPk(account.id))?.personId).not.toBe(person.id);
  });

  test.each(['wechat', 'alipay'] as const)('%s says no, later or nothing', async (grant) => {
    for (const [behaviour, status, code] of [
      ['no', 401, 'sign_in_failed'],
      ['later', 503, 'unavailable'],
      ['silent', 503, 'unavailable'],
    ] as const) {
      standIns[grant].behave(behaviour, behaviour);
      const response = await open({ grant, code: `${behaviour}.1` }).expect(status);
      expect(codeOf(response)).toBe(code);
    }
    const subjects = ['no', 'later', 'silent'].map((name) => `${grant}-${name}`);
    const indexes = subjects.map((subject) => api.services.index.platformUser(grant, subject));
    expect(await Account.count({ where: { subjectIndex: indexes } })).toBe(0);
  });
});

test('every wrong field is named', async () => {
  expect(faultsOf(await open({ grant: 'sms', phone: '1', code: 'x', y: 1 }).expect(400))).toEqual({
    code: 'Enter the 6-digit code',
    phone: 'Enter an 11-digit mobile number',
    y: 'Unknown field',
  });
  expect(faultsOf(await open({ grant: 'certificate' }).expect(400))).toEqual({
    grant: 'Not one of the choices',
  });
  expect(faultsOf(await open({ grant: 'wechat', code: '' }).expect(400))).toEqual({ code: 'Required' });
  expect(faultsOf(await open({ grant: 'password', phone: 5, password: 'x'.repeat(65) }).expect(400))).toEqual(
    {
      password: 'Too long',
      phone: 'Wrong type',
    },
  );
});
