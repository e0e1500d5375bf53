import { limits } from '@anxing/contract/limits';

import { Account } from '../../../api/src/models/account';
import { auditEvents } from '../../support/api/auditEvents';
import { buildAccount } from '../../support/api/factories/buildPerson';
import { inventPhone } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { readMe } from '../../support/api/readMe';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

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

function accountsOf(phone: string) {
  return Account.findAll({ where: { kind: 'phone', subjectIndex: api.services.index.phone(phone) } });
}

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
  expect(await readMe(api, body.accessToken)).toMatchObject({
    level: 1,
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  });
  const [account] = await accountsOf(phone);
  expect((await auditEvents(api.services, account?.id ?? '')).map(({ action }) => action)).toEqual([
    'accounts.create',
  ]);

  standIns.sms.preset(phone, '314159');
  await open({ grant: 'sms', phone, code: '314159' }).expect(200);
  expect(await accountsOf(phone)).toHaveLength(1);
});

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
