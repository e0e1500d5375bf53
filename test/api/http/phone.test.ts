import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signedInAccount } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { inventPhone } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, expectOnlyForResidents, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;
let count = 0;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

function put(auth: Auth, body: object) {
  return api.request.put('/api/v1/me/phone').set(auth).send(body);
}

/** An account of WeChat, without a phone. */
function platformAccount(given: Partial<Account['dataValues']> = {}) {
  count += 1;
  const subjectIndex = api.services.index.platformUser('wechat', `user-${count}`);

  return signedInAccount(api.services, {
    kind: 'wechat',
    subjectIndex,
    phone: null,
    phoneIndex: null,
    ...given,
  });
}

async function phoneOf(accountId: string): Promise<string | null> {
  const account = await Account.findByPk(accountId);

  return account && openField(api.services.vault, 'accounts', 'phone', account, account.phone);
}

test('an SMS code, WeChat or Alipay proves the phone: L1', async () => {
  const proofs = [
    (phone: string) => ({ grant: 'sms', phone, code: '173205' }),
    (phone: string) => ({ grant: 'wechat', code: `${phone}.1` }),
    (phone: string) => ({ grant: 'alipay', response: `${phone}.1` }),
  ];
  for (const proof of proofs) {
    const { auth, account } = await platformAccount();
    const phone = inventPhone();
    standIns.sms.preset(phone, '173205');
    await put(auth, proof(phone)).expect(204);

    expect(await phoneOf(account.id)).toBe(phone);
    expect((await api.request.get('/api/v1/me').set(auth)).body.level).toBe(1);
  }
});

test('a phone that another account has opens nothing of it', async () => {
  const { phone, person } = await buildPerson(api.services);
  const { auth, account } = await platformAccount();
  await put(auth, { grant: 'wechat', code: phone }).expect(204);

  expect((await Account.findByPk(account.id))?.personId).toBeNull();
  expect((await api.request.get('/api/v1/me/code').set(auth).expect(403)).body.error.code).toBe(
    'identity_required',
  );
  expect(await Account.count({ where: { personId: person.id } })).toBe(1);
});

test('a new number of a verified person is where the person is reached', async () => {
  const { person } = await buildPerson(api.services);
  const { auth } = await platformAccount({ personId: person.id });
  const phone = inventPhone();
  await put(auth, { grant: 'wechat', code: phone }).expect(204);
  const changed = await Person.findByPk(person.id);

  expect(changed && openField(api.services.vault, 'persons', 'phone', changed, changed.phone)).toBe(phone);
});

test('an account that is a phone keeps it', async () => {
  const { auth, account, phone } = await signedInAccount(api.services);
  const refused = await put(auth, { grant: 'wechat', code: inventPhone() }).expect(409);

  expect(codeOf(refused)).toBe('conflict');
  expect(await phoneOf(account.id)).toBe(phone);
});

test('a wrong SMS code is refused and changes nothing', async () => {
  const { auth, account } = await platformAccount();
  const refused = await put(auth, { grant: 'sms', phone: inventPhone(), code: '111111' }).expect(401);

  expect(codeOf(refused)).toBe('sms_code_wrong');
  expect(await phoneOf(account.id)).toBeNull();
});

test.each(['wechat', 'alipay'] as const)('%s says no, later or nothing', async (grant) => {
  const { auth, account } = await platformAccount();
  for (const [behaviour, status, code] of [
    ['no', 401, 'sign_in_failed'],
    ['later', 503, 'unavailable'],
    ['silent', 503, 'unavailable'],
  ] as const) {
    standIns[grant].behave(behaviour, behaviour);
    const proof = grant === 'wechat' ? { grant, code: behaviour } : { grant, response: behaviour };
    expect(codeOf(await put(auth, proof).expect(status))).toBe(code);
  }
  expect(await phoneOf(account.id)).toBeNull();
});

test('what a platform calls a phone must be one', async () => {
  const { auth, account } = await platformAccount();

  expect(codeOf(await put(auth, { grant: 'wechat', code: '85212345678.1' }).expect(401))).toBe(
    'sign_in_failed',
  );
  expect(await phoneOf(account.id)).toBeNull();
});

test('every wrong field is named', async () => {
  const { auth } = await platformAccount();
  const faults = async (body: object) => faultsOf(await put(auth, body).expect(400));

  expect(await faults({ grant: 'sms', phone: '1', code: '1', x: 1 })).toEqual({
    code: 'Enter the 6-digit code',
    phone: 'Enter an 11-digit mobile number',
    x: 'Unknown field',
  });
  expect(await faults({ grant: 'alipay' })).toEqual({ response: 'Required' });
  expect(await faults({ grant: 'letter' })).toEqual({ grant: 'Not one of the choices' });
});

test('is for residents', () =>
  expectOnlyForResidents(api, (auth) => put(auth, { grant: 'wechat', code: inventPhone() })));
