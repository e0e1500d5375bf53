import { Consent } from '../../../api/src/models/consent';
import { auditEvents } from '../../support/api/auditEvents';
import { buildMessage } from '../../support/api/factories/buildMessage';
import { signedInAccount, signedInPerson } from '../../support/api/factories/signedInResident';
import { expectOnlyForResidents, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

describe('the own account', () => {
  const read = (auth: object) => api.request.get('/api/v1/me').set(auth as Record<string, string>);

  test('is shown masked', async () => {
    const { auth, name, idNumber, phone } = await signedInPerson(api.services);
    const { body, text } = await read(auth).expect(200);

    expect(body).toEqual({
      level: 4,
      phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      name: `***${name.at(-1)}`,
      idNumber: `${idNumber.slice(0, 2)}*****${idNumber.slice(-3)}`,
      idType: 'resident',
      hasCode: true,
      proofAgain: false,
      consents: [],
      unreadMessages: 0,
    });
    for (const secret of [name, idNumber, phone]) {
      expect(text).not.toContain(secret);
    }
  });

  test('tells what is still missing', async () => {
    const fresh = await signedInAccount(api.services, { phone: null, phoneIndex: null });
    const verified = await signedInPerson(api.services, { claimed: false });

    expect((await read(fresh.auth)).body).toMatchObject({
      level: 0,
      phone: null,
      name: null,
      hasCode: false,
    });
    expect((await read(verified.auth)).body).toMatchObject({ level: 4, hasCode: false });
  });

  test('counts the unread messages of its person alone', async () => {
    const { auth, person } = await signedInPerson(api.services);
    await buildMessage(api.services, { personId: person.id });
    await buildMessage(api.services, { personId: person.id, readAt: 1 });
    await buildMessage(api.services, { personId: (await signedInPerson(api.services)).person.id });

    expect((await read(auth)).body.unreadMessages).toBe(1);
  });

  test('is for residents', () => expectOnlyForResidents(api, read));
});

describe('consent', () => {
  const agree = (auth: object, body: object) =>
    api.request
      .post('/api/v1/me/consents')
      .set(auth as Record<string, string>)
      .send(body);

  test('is kept once for each part and version, also when given many times at once', async () => {
    const { auth, account } = await signedInAccount(api.services);
    const version = api.services.config.brand.consentVersion;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => agree(auth, { kind: i % 2 ? 'privacy' : 'sensitive', version })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(204));

    const consents = await Consent.findAll({ where: { accountId: account.id } });
    expect(consents.map(({ kind }) => kind).sort()).toEqual(['privacy', 'sensitive']);
    const [event] = await auditEvents(api.services, consents[0]?.id ?? '');
    expect(event).toMatchObject({ action: 'consents.create', actor: `account:${account.id}` });
    const { body } = await api.request.get('/api/v1/me').set(auth);
    expect(body.consents).toHaveLength(2);
    expect(body.consents[0]).toMatchObject({ version, current: true, at: expect.any(Number) });
  });

  test('to another version than the present one is refused', async () => {
    const { auth, account } = await signedInAccount(api.services);
    const response = await agree(auth, { kind: 'privacy', version: '2020-01-01' }).expect(400);

    expect(faultsOf(response)).toEqual({ version: 'The policy has another version now' });
    expect(await Consent.count({ where: { accountId: account.id } })).toBe(0);
  });

  test('names every wrong field', async () => {
    const { auth } = await signedInAccount(api.services);

    expect(faultsOf(await agree(auth, { kind: 'everything', version: 1, x: 1 }).expect(400))).toEqual({
      kind: 'Not one of the choices',
      version: 'Wrong type',
      x: 'Unknown field',
    });
  });

  test('is for residents', () =>
    expectOnlyForResidents(api, (auth) =>
      agree(auth, { kind: 'privacy', version: api.services.config.brand.consentVersion }),
    ));
});
