import { writeAs } from '../../../api/src/context';
import { lockOne } from '../../../api/src/models/auditedModel';
import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { auditEvents } from '../../support/api/auditEvents';
import { system } from '../../support/api/factories/buildUnit';
import {
  consentingAccount,
  signedInAccount,
  signedInPerson,
} from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { inventIdNumber, inventName } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, expectOnlyForResidents, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

interface Claim {
  idType: string;
  name: string;
  idNumber: string;
}

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

function start(auth: Auth) {
  return api.request.post('/api/v1/me/identity/face-tickets').set(auth);
}

function finish(auth: Auth, body: object) {
  return api.request.put('/api/v1/me/identity/face').set(auth).send(body);
}

function invented(): Claim {
  return { idType: 'resident', name: inventName(), idNumber: inventIdNumber() };
}

/** An account that gave an identity, which matched: L3. */
async function matched(claim: Claim = invented(), given: Partial<Account['dataValues']> = {}) {
  const built = await consentingAccount(api.services, given);
  await api.request.put('/api/v1/me/identity').set(built.auth).send(claim).expect(204);

  return { ...built, claim };
}

async function ticketOf(auth: Auth): Promise<string> {
  const { body } = await start(auth).expect(201);

  return body.ticket as string;
}

/** The whole way to L4. */
async function verified(claim: Claim = invented()) {
  const built = await matched(claim);
  const ticket = await ticketOf(built.auth);
  await finish(built.auth, { ticket }).expect(204);

  return { ...built, ticket };
}

function personsOf({ idNumber }: Claim) {
  return Person.findAll({ where: { identityIndex: api.services.index.identity('resident', idNumber) } });
}

test('a face that passes makes the account a person’s: L4', async () => {
  const { auth, account, claim, phone } = await matched();
  const { body } = await start(auth).expect(201);
  expect(body).toEqual({ ticket: expect.any(String), url: null, demo: true });
  await finish(auth, { ticket: body.ticket }).expect(204);

  const [person] = await personsOf(claim);
  expect(person).toMatchObject({ level: 4, idType: 'resident', claimedAt: null });
  expect(JSON.stringify(person)).not.toContain(claim.idNumber);
  expect(person && openField(api.services.vault, 'persons', 'phone', person, person.phone)).toBe(phone);
  expect(await Account.findByPk(account.id)).toMatchObject({
    personId: person?.id,
    pendingName: null,
    pendingNumber: null,
    faceTicket: null,
  });
  expect((await api.request.get('/api/v1/me').set(auth)).body).toMatchObject({ level: 4, hasCode: false });
  const actions = (await auditEvents(api.services, person?.id ?? '')).map(({ action }) => action);
  expect(actions).toEqual(['persons.create', 'persons.update', 'persons.join']);
});

test('asked again after it passed, it says the same', async () => {
  const { auth, ticket, claim } = await verified();
  await finish(auth, { ticket }).expect(204);

  expect(await personsOf(claim)).toHaveLength(1);
  expect(codeOf(await start(auth).expect(409))).toBe('identity_locked');
});

test('a second account of the same person joins, with its own proof', async () => {
  const first = await verified();
  const second = await verified(first.claim);
  const [person, ...more] = await personsOf(first.claim);

  expect(more).toEqual([]);
  const accounts = await Account.findAll({ where: { personId: person?.id ?? '' } });
  expect(accounts.map(({ id }) => id).sort()).toEqual([first.account.id, second.account.id].sort());
  expect(person && openField(api.services.vault, 'persons', 'phone', person, person.phone)).toBe(first.phone);
});

test('five accounts of one person at once make one person', async () => {
  const claim = invented();
  const accounts = await Promise.all(Array.from({ length: 5 }, () => matched(claim)));
  const tickets = await Promise.all(accounts.map(({ auth }) => ticketOf(auth)));
  const answers = await Promise.all(accounts.map(({ auth }, i) => finish(auth, { ticket: tickets[i] })));

  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(204));
  const [person, ...more] = await personsOf(claim);
  expect(more).toEqual([]);
  expect(await Account.count({ where: { personId: person?.id ?? '' } })).toBe(5);
});

test('a number proved again by another person moves; the old person is left alone', async () => {
  const old = await verified();
  const [person] = await personsOf(old.claim);
  await writeAs(api.services, system, async (scene) => {
    const account = await lockOne(Account, scene, { id: old.account.id });
    await account?.set({ personId: null, proofAgain: true }).saveBy(scene);
  });
  const claim = invented();
  await api.request.put('/api/v1/me/identity').set(old.auth).send(claim).expect(204);
  await finish(old.auth, { ticket: await ticketOf(old.auth) }).expect(204);

  expect((await api.request.get('/api/v1/me').set(old.auth)).body).toMatchObject({
    proofAgain: false,
    level: 4,
    name: `***${claim.name.at(-1)}`,
  });
  expect(await personsOf(old.claim)).toHaveLength(1);
  expect(await Account.count({ where: { personId: person?.id ?? '' } })).toBe(0);
});

test.each([
  ['no', 422, 'face_failed'],
  ['later', 409, 'face_pending'],
  ['silent', 503, 'unavailable'],
] as const)('the check says %s', async (behaviour, status, code) => {
  const { auth, claim } = await matched();
  const ticket = await ticketOf(auth);
  standIns.identity.behave(`face:${claim.idNumber}`, behaviour);

  expect(codeOf(await finish(auth, { ticket }).expect(status))).toBe(code);
  expect(await personsOf(claim)).toEqual([]);
  standIns.identity.behave(`face:${claim.idNumber}`, 'yes');
  await finish(auth, { ticket }).expect(204);
});

test('a check that cannot begin is told', async () => {
  const { auth, claim } = await matched();
  standIns.identity.behave(`face:${claim.idNumber}`, 'silent');

  expect(codeOf(await start(auth).expect(503))).toBe('unavailable');
});

test('a ticket is good for its account and for the latest identity only', async () => {
  const [mine, other] = [await matched(), await matched()];
  const foreign = await ticketOf(other.auth);
  expect(codeOf(await finish(mine.auth, { ticket: foreign }).expect(422))).toBe('face_failed');

  const ticket = await ticketOf(mine.auth);
  await api.request.put('/api/v1/me/identity').set(mine.auth).send(invented()).expect(204);
  expect(codeOf(await finish(mine.auth, { ticket }).expect(422))).toBe('face_failed');
  expect(await personsOf(mine.claim)).toEqual([]);
});

test('before L3 there is no face check', async () => {
  const { auth } = await signedInAccount(api.services);

  expect(codeOf(await start(auth).expect(403))).toBe('identity_required');
  expect(codeOf(await finish(auth, { ticket: 'x' }).expect(403))).toBe('identity_required');
});

test('every wrong field is named', async () => {
  const { auth } = await signedInPerson(api.services);

  expect(faultsOf(await finish(auth, { ticket: '', x: 1 }).expect(400))).toEqual({
    ticket: 'Required',
    x: 'Unknown field',
  });
  expect(faultsOf(await start(auth).send({ ticket: 'x' }).expect(400))).toEqual({ ticket: 'Unknown field' });
});

test('both are for residents', async () => {
  await expectOnlyForResidents(api, start);
  await expectOnlyForResidents(api, (auth) => finish(auth, { ticket: 'x' }));
});
