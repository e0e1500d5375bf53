import { setPhone } from '../../../api/src/commands/setPhone';
import { Account } from '../../../api/src/models/account';
import { system } from '../../support/api/factories/buildUnit';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signIn } from '../../support/api/factories/signIn';
import { quickStandIns } from '../../support/api/quickStandIns';
import { readMe } from '../../support/api/readMe';
import { codeOf } from '../../support/api/refusals';
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

async function wechatAccount(name: string): Promise<Account> {
  await open({ grant: 'wechat', code: `${name}.1` }).expect(200);
  const subjectIndex = api.services.index.platformUser('wechat', `wechat-${name}`);
  const account = await Account.findOne({ where: { kind: 'wechat', subjectIndex } });
  if (!account) {
    throw new Error('no account was made');
  }

  return account;
}

test('one account per user of the platform, not yet with a phone', async () => {
  const first = await open({ grant: 'wechat', code: 'li.1' }).expect(200);
  const again = await open({ grant: 'wechat', code: 'li.2' }).expect(200);
  const alipay = await open({ grant: 'alipay', code: 'li.1' }).expect(200);

  expect(await readMe(api, first.body.accessToken)).toMatchObject({ level: 0, phone: null });
  expect(again.body.kind).toBe('resident');
  expect(await readMe(api, alipay.body.accessToken)).toMatchObject({ level: 0 });
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
test('silence is no matter for users of a platform: nobody gets their name', async () => {
  const account = await wechatAccount('quiet');
  api.clock.advance(400 * dayMs);
  const { body } = await open({ grant: 'wechat', code: 'quiet.2' }).expect(200);

  expect(await readMe(api, body.accessToken)).toMatchObject({ proofAgain: false });
  expect((await Account.findByPk(account.id))?.lastSeenAt).toBeGreaterThan(account.lastSeenAt);
});
