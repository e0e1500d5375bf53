import { limits } from '@anxing/contract/limits';

import { isNumber12 } from '@anxing/contract/number12';
import { readPersonalCode } from '../../../api/src/codes/personalCode';
import { performOverdue } from '../../../api/src/commands/risk/recompute/judgeThese';
import { Message } from '../../../api/src/models/message';
import { Person } from '../../../api/src/models/person';
import { auditEvents } from '../../support/api/auditEvents';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function claim(auth: Auth, body: object = {}) {
  return api.request.post('/api/v1/me/code').set(auth).send(body);
}

function show(auth: Auth) {
  return api.request.get('/api/v1/me/code').set(auth);
}

function renew(auth: Auth) {
  return api.request.post('/api/v1/me/code/renewals').set(auth).send({});
}

function messagesTo(personId: string) {
  return Message.findAll({ where: { personId, kind: ['colour', 'colourUnknown'] }, order: ['id'] });
}

describe('claiming', () => {
  test('one tap: with all feeds delivered and nothing reported the code is green', async () => {
    const { auth, person, name } = await signedInPerson(api.services, { claimed: false });
    const { body } = await claim(auth, { division: '350102' }).expect(200);

    expect(body).toMatchObject({ colour: 'green', reasons: [], name: `***${name.at(-1)}` });
    expect(body.asOf).toBeGreaterThan(Date.now() - 60_000);
    expect(body.qr).toHaveLength(119);
    expect(isNumber12(body.number)).toBe(true);
    const stored = await Person.findByPk(person.id);
    expect(stored).toMatchObject({ colour: 'green', claimDivision: '350102', number: body.number });
    expect(stored?.codeReference).toMatch(/^[0-9a-f]{16}$/);
    expect((await auditEvents(api.services, person.id)).map(({ action }) => action)).toContain(
      'persons.update',
    );
  });

  test('again, or many times at once, changes nothing', async () => {
    const { auth, person } = await signedInPerson(api.services, { claimed: false });
    const answers = await Promise.all(Array.from({ length: 8 }, () => claim(auth)));
    const first = await Person.findByPk(person.id);
    await claim(auth, { division: '110000' }).expect(200);
    const again = await Person.findByPk(person.id);

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => body.number))).toEqual(new Set([first?.number]));
    expect(again).toMatchObject({
      codeReference: first?.codeReference,
      claimedAt: first?.claimedAt,
      claimDivision: null,
    });
  });

  test('orange from the start names its reason, and is news to nobody', async () => {
    const { auth, person, idNumber } = await signedInPerson(api.services, { claimed: false });
    await buildFact(api.services, idNumber);
    const { body } = await claim(auth).expect(200);

    expect(body.colour).toBe('orange');
    expect(await messagesTo(person.id)).toEqual([]);
  });

  test('a wrong division and unknown fields are named', async () => {
    const { auth, person } = await signedInPerson(api.services, { claimed: false });

    expect(faultsOf(await claim(auth, { division: '999999' }).expect(400))).toEqual({
      division: 'Unknown division code',
    });
    expect(faultsOf(await claim(auth, { division: 'x', name: 'y' }).expect(400))).toEqual({
      division: 'Unknown division code',
      name: 'Unknown field',
    });
    expect((await Person.findByPk(person.id))?.claimedAt).toBeNull();
  });

  test('is for verified residents', () => expectOnlyForPersons(api, (auth) => claim(auth)));
});

describe('showing', () => {
  test('a code that lives 60 seconds, opens to its person, and is another one after 40', async () => {
    const { auth, person } = await signedInPerson(api.services);
    const { body } = await show(auth).expect(200);
    const { body: next } = await show(auth).expect(200);
    const reading = readPersonalCode(api.services.codeKeys, body.qr, Date.now());

    expect(reading).toMatchObject({ ok: true, content: { colour: 1 } });
    expect(reading.ok && reading.content.reference.toString('hex')).toBe(person.codeReference);
    expect(body.expiresAt - body.serverTime).toBeGreaterThan((limits.codeLifetimeSeconds - 1.5) * 1000);
    expect(body.expiresAt - body.serverTime).toBeLessThanOrEqual(limits.codeLifetimeSeconds * 1000);
    expect(next.qr).toBe(body.qr);
    expect(next.number).toBe(body.number);
    api.clock.advance(limits.codeRefreshSeconds * 1000);
    const { body: later } = await show(auth).expect(200);
    expect(later.qr).not.toBe(body.qr);
    expect(later.expiresAt).toBeGreaterThan(body.expiresAt);
  });

  test('nothing of the person but the masked name', async () => {
    const { auth, name, idNumber, phone, person } = await signedInPerson(api.services);
    const { text } = await show(auth).expect(200);

    for (const secret of [name, idNumber, phone, person.id, person.codeReference ?? '']) {
      expect(text).not.toContain(secret);
    }
  });

  test('the number is drawn anew once on the next day', async () => {
    const { auth, person, account } = await signedInPerson(api.services);
    const { body: today } = await show(auth).expect(200);
    expect(today.number).toBe(person.number);
    api.clock.advance(dayMs);
    const later = await signIn(api.services, { account });
    const answers = await Promise.all(Array.from({ length: 5 }, () => show(later)));

    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(answers[0]?.body.number).not.toBe(today.number);
    expect(isNumber12(answers[0]?.body.number)).toBe(true);
  });

  test('one fact turns it orange, with its reason, and the person is told once', async () => {
    const { auth, person, idNumber } = await signedInPerson(api.services);
    expect((await show(auth)).body.colour).toBe('green');
    await buildFact(api.services, idNumber);
    const answers = await Promise.all([show(auth), show(auth), show(auth)]);
    const [{ body } = { body: {} }] = answers;

    expect(body).toMatchObject({ colour: 'orange' });
    expect(body.reasons).toEqual([
      {
        rule: 'fever',
        text: expect.stringContaining('发热门诊'),
        advice: expect.any(String),
        sourceName: expect.any(String),
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        until: expect.any(Number),
      },
    ]);
    const told = await messagesTo(person.id);
    expect(told.map(({ title }) => title)).toEqual(['您的健康码已变为橙码']);
    expect(told[0]?.body).toContain('发热门诊');
    expect((await Person.findByPk(person.id))?.colour).toBe('orange');
  });

  test('it turns green again when the cause has ended, and the person is told', async () => {
    const { auth, account, person, idNumber } = await signedInPerson(api.services);
    await buildFact(api.services, idNumber);
    const { body } = await show(auth).expect(200);
    api.clock.advance(body.reasons[0].until - Date.now() + 1_000);
    const { body: later } = await show(await signIn(api.services, { account })).expect(200);

    // By then the feeds are late, so what would be green is unknown; the facts alone are clear.
    expect(later).toMatchObject({ colour: 'unknown', reasons: [] });
    // Nobody who shows a code waits for it to be written: that is done in the background.
    await performOverdue(api.services);
    expect((await Person.findByPk(person.id))?.colour).toBe('green');
    expect((await messagesTo(person.id)).map(({ title }) => title)).toEqual([
      '您的健康码已变为橙码',
      '原因已解除，数据核验中',
    ]);
  });

  test('it needs a claim first, and a verified resident', async () => {
    const { auth } = await signedInPerson(api.services, { claimed: false });

    expect(codeOf(await show(auth).expect(403))).toBe('code_required');
    await expectOnlyForPersons(api, show);
  });

  test('by hand it is another one at once, which is shown from then on', async () => {
    const { auth, person } = await signedInPerson(api.services);
    const { body: before } = await show(auth).expect(200);
    const { body } = await renew(auth).expect(200);
    const reading = readPersonalCode(api.services.codeKeys, body.qr, Date.now());

    expect(Object.keys(body)).toEqual(Object.keys(before));
    expect(body.qr).not.toBe(before.qr);
    expect(reading.ok && reading.content.reference.toString('hex')).toBe(person.codeReference);
    expect((await show(auth).expect(200)).body.qr).toBe(body.qr);
    expect((await renew(auth).expect(200)).body.qr).not.toBe(body.qr);
  });

  test('by hand too it needs a claim first, and a verified resident', async () => {
    const { auth } = await signedInPerson(api.services, { claimed: false });

    expect(codeOf(await renew(auth).expect(403))).toBe('code_required');
    await expectOnlyForPersons(api, renew);
  });

  test('it takes no parameters', async () => {
    const { auth } = await signedInPerson(api.services);

    const unknown = { x: 'Unknown field' };
    expect(faultsOf(await show(auth).query({ x: 1 }).expect(400))).toEqual(unknown);
    expect(faultsOf(await renew(auth).send({ x: 1 }).expect(400))).toEqual(unknown);
  });
});

test('staff have no code', async () => {
  const auth = await signIn(api.services, await buildStaff(api.services));

  await claim(auth).expect(403);
  await show(auth).expect(403);
  await renew(auth).expect(403);
});
