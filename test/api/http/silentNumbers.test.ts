import { limits } from '@anxing/contract/limits';

import { giveConsent } from '../../../api/src/commands/giveConsent';
import { Account } from '../../../api/src/models/account';
import { Consent } from '../../../api/src/models/consent';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { auditEvents } from '../../support/api/auditEvents';
import { system } from '../../support/api/factories/buildUnit';
import { consentingAccount } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { inventIdNumber, inventName } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { readMe } from '../../support/api/readMe';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const silence = limits.phoneReissueDays;

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function invented() {
  return { idType: 'resident', name: inventName(), idNumber: inventIdNumber() };
}

async function giveIdentity(auth: Auth, identity: object): Promise<void> {
  await api.request.put('/api/v1/me/identity').set(auth).send(identity).expect(204);
}

async function passFace(auth: Auth): Promise<void> {
  const { body } = await api.request.post('/api/v1/me/identity/face-tickets').set(auth).expect(201);
  await api.request.put('/api/v1/me/identity/face').set(auth).send({ ticket: body.ticket }).expect(204);
}

/** A phone account whose person was verified through it. */
async function verified() {
  const [built, identity] = [await consentingAccount(api.services), invented()];
  await giveIdentity(built.auth, identity);
  await passFace(built.auth);
  const { personId } = (await Account.findByPk(built.account.id)) ?? {};

  return { ...built, identity, personId: personId ?? '' };
}

async function signInAfter(days: number, phone: string) {
  standIns.sms.preset(phone, '161803');
  api.clock.advance(days * dayMs);
  const { body } = await api.request
    .post('/api/v1/sessions')
    .send({ grant: 'sms', phone, code: '161803' })
    .expect(200);

  return {
    auth: { authorization: `Bearer ${body.accessToken}` },
    me: await readMe(api, body.accessToken),
  };
}

async function agree(accountId: string): Promise<void> {
  const version = api.services.config.brand.consentVersion;
  for (const kind of ['privacy', 'sensitive'] as const) {
    await giveConsent(api.services, system, accountId, { kind, version });
  }
}

test('a number that was silent for long does not open the person it had', async () => {
  const { account, personId, phone } = await verified();
  const { me, auth } = await signInAfter(silence + 1, phone);

  expect(me).toMatchObject({ proofAgain: true, level: 1, name: null, idNumber: null, hasCode: false });
  await api.request.get('/api/v1/me/passages').set(auth).expect(403);
  const events = await auditEvents(api.services, account.id);
  expect(events).toContainEqual(
    expect.objectContaining({
      action: 'accounts.silent',
      details: expect.objectContaining({ person: personId }),
    }),
  );
});

test('what was agreed to lapses, and stays in the audit chain', async () => {
  const { account, phone } = await verified();
  const [consent] = await Consent.findAll({ where: { accountId: account.id } });
  const { me } = await signInAfter(silence + 1, phone);

  expect(me.consents).toEqual([]);
  expect(await auditEvents(api.services, consent?.id ?? '')).toContainEqual(
    expect.objectContaining({
      action: 'consents.lapse',
      details: expect.objectContaining({ kind: consent?.kind, version: consent?.version }),
    }),
  );
});

test('the old person is reached under it no more', async () => {
  const { personId, phone } = await verified();
  await signInAfter(silence + 1, phone);

  expect((await Person.findByPk(personId))?.phone).toBeNull();
});

test('the same person comes back with a new proof, and finds everything', async () => {
  const { account, personId, phone, identity } = await verified();
  const { auth } = await signInAfter(silence + 1, phone);
  await agree(account.id);
  await giveIdentity(auth, identity);
  await passFace(auth);
  const person = await Person.findByPk(personId);

  expect((await Account.findByPk(account.id))?.personId).toBe(personId);
  expect(person && openField(api.services.vault, 'persons', 'phone', person, person.phone)).toBe(phone);
  expect((await api.request.get('/api/v1/me').set(auth)).body).toMatchObject({ proofAgain: false, level: 4 });
});

test('a new holder proves another person; the old one keeps nothing of the number', async () => {
  const { account, personId, phone } = await verified();
  const { auth } = await signInAfter(silence + 1, phone);
  await agree(account.id);
  await giveIdentity(auth, invented());
  await passFace(auth);

  expect((await Account.findByPk(account.id))?.personId).not.toBe(personId);
  expect(await Account.count({ where: { personId } })).toBe(0);
  expect(await Person.findByPk(personId)).toMatchObject({ level: 4, phone: null });
});

test('an identity that was on its way is gone', async () => {
  const { account, auth, phone } = await consentingAccount(api.services);
  await giveIdentity(auth, invented());
  const { me } = await signInAfter(silence + 1, phone);

  expect(me).toMatchObject({ level: 1, name: null, idNumber: null, proofAgain: false });
  expect(await Account.findByPk(account.id)).toMatchObject({ pendingLevel: 0, pendingNumber: null });
});

test('up to the limit it opens the person, and each sign-in begins anew', async () => {
  const { phone } = await verified();

  expect((await signInAfter(silence - 1, phone)).me).toMatchObject({ proofAgain: false, level: 4 });
  expect((await signInAfter(silence - 1, phone)).me).toMatchObject({ proofAgain: false, level: 4 });
});
