import { dayOf } from '../../../api/src/base/days';
import { Message } from '../../../api/src/models/message';
import { PaperCard } from '../../../api/src/models/paperCard';
import { Person } from '../../../api/src/models/person';
import { auditEvents } from '../../support/api/auditEvents';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signIn } from '../../support/api/factories/signIn';
import { buildFeedClient } from '../../support/api/feedClient';
import { inventMember } from '../../support/api/family';
import { inventIdNumber, inventName } from '../../support/api/invented';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const purpose = '柜台说明变色原因';
const hourMs = 3_600_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => {
  jest.restoreAllMocks();
  api.clock.reset();
});

afterAll(() => api.close());

interface Document {
  name: string;
  idNumber: string;
}

const post = (path: string, auth: Auth, body: object) =>
  api.request.post(`/api/v1/${path}`).set(auth).send(body);
const get = (path: string, auth: Auth) => api.request.get(`/api/v1/${path}`).set(auth);

function explain(auth: Auth, { name, idNumber }: Document, given: object = {}) {
  return post('unit/reasons', auth, { idType: 'resident', name, idNumber, present: true, ...given });
}

async function clerk(kind: 'community' | 'hospital' | 'enterprise' = 'community') {
  const unit = await buildUnit(api.services, { kind });
  const { auth, staff } = await signedInStaff(api.services, { unit, roles: ['clerk'] });

  return { unit, auth, staff };
}

const someone = (): Document => ({ name: inventName(), idNumber: inventIdNumber() });

/** Somebody without a phone: a counter made his card. */
async function cardHolder(auth: Auth): Promise<Document & { id: string }> {
  const document = someone();
  const pledge = { idType: 'resident', division: '350102', consented: true, compared: true };
  await post('unit/cards', auth, { ...pledge, ...document }).expect(201);

  return { ...document, id: (await known(document.idNumber))?.id ?? '' };
}

function known(idNumber: string): Promise<Person | null> {
  return Person.findOne({ where: { identityIndex: api.services.index.identity('resident', idNumber) } });
}

const storedRows = async () => [await Person.count(), await Message.count(), await PaperCard.count()];

async function looksAt(personId: string): Promise<string[]> {
  const events = await auditEvents(api.services, personId);

  return events
    .filter(({ action }) => action === 'persons.read')
    .map(({ details }) => String(details.purpose));
}

function messagesTo(personId: string): Promise<Message[]> {
  return Message.findAll({ where: { personId, kind: 'counter' } });
}

/** The database takes no look at anybody. */
function losesLooks(): void {
  const { database } = api.services;
  const within = database.within.bind(database);
  jest.spyOn(database, 'within').mockImplementation((tx) => {
    const link = within(tx);
    const insert = link.insert.bind(link);
    jest
      .spyOn(link, 'insert')
      .mockImplementation((into, rows, tail) =>
        into.startsWith('accesses') ? Promise.reject(new Error('no room')) : insert(into, rows, tail),
      );

    return link;
  });
}

describe('somebody with a card and no phone', () => {
  test('learns at a counter which record turned his code, from whom, until when and what to do', async () => {
    const { auth } = await clerk();
    const holder = await cardHolder(auth);
    const feed = await buildFeedClient(api, 'fever', { owner: '示例市第一医院' });
    const date = dayOf(api.clock.now(), api.services.config.brand.zone);
    await feed.deliver([{ idNumber: holder.idNumber, date }]).expect(201);
    const { body } = await explain(auth, holder).expect(200);
    expect(Object.keys(body).sort()).toEqual(['name', 'own']);
    expect(body.name).toMatch(/^\*/);
    expect(JSON.stringify(body)).not.toContain(holder.name);
    expect(JSON.stringify(body)).not.toContain(holder.idNumber);
    expect(body.own).toMatchObject({ colour: 'orange', late: [] });
    expect(body.own.reasons).toHaveLength(1);
    expect(body.own.reasons[0]).toMatchObject({
      rule: 'fever',
      kindName: '发热门诊就诊',
      sourceName: '发热门诊就诊记录',
      deliveredBy: '示例市第一医院',
      date,
    });
    expect(body.own.reasons[0].advice && body.own.reasons[0].appeal).toBeTruthy();
    expect(body.own.reasons[0].until).toBeGreaterThan(api.clock.now() + 13 * 24 * hourMs);
  });

  test('whom nothing concerns is green, and who waits for late data reads whose', async () => {
    const { auth, staff } = await clerk();
    const holder = await cardHolder(auth);
    const { body: green } = await explain(auth, holder).expect(200);
    expect(green.own).toMatchObject({ colour: 'green', reasons: [], late: [] });
    expect(green.own.checked).toHaveLength(6);
    api.clock.advance(50 * hourMs);
    const { body: grey } = await explain(await signIn(api.services, { staff }), holder).expect(200);
    expect(grey.own).toMatchObject({ colour: 'unknown', reasons: [] });
    expect(grey.own.late.map(({ owner }: { owner: string }) => owner)).toContain('省医保局');
  });

  test('added by a relative, who sees nothing of it', async () => {
    const applicant = await signedInPerson(api.services);
    const member = inventMember('spouse');
    const { body: added } = await post('me/family', applicant.auth, member).expect(201);
    await post(`me/family/${added.id}/card`, applicant.auth, {}).expect(201);
    await buildFact(api.services, member.idNumber);
    const { body } = await explain((await clerk()).auth, member).expect(200);
    expect(body.own.colour).toBe('orange');
    expect((await known(member.idNumber))?.level).toBe(3);
    expect(JSON.stringify((await get('me/family', applicant.auth).expect(200)).body)).not.toContain('orange');
    expect(await messagesTo(applicant.person.id)).toEqual([]);
  });
});

test('who has a phone, but not with him, reads the same there as the clerk, and who it was', async () => {
  const { auth, unit } = await clerk('hospital');
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  const { body: appeal } = await post('me/appeals', person.auth, { rules: ['fever'], text: '示例' }).expect(
    201,
  );
  const { body } = await explain(auth, person).expect(200);
  const { body: own } = await get('me/reasons', person.auth).expect(200);
  expect({ ...body.own, serverTime: 0 }).toEqual({ ...own, serverTime: 0 });
  expect(body.own.reasons[0].appealId).toBe(appeal.id);
  const { body: looks } = await get('me/accesses', person.auth).expect(200);
  expect(looks.items[0]).toMatchObject({ purpose });
  const { body: inbox } = await get('me/messages', person.auth).expect(200);
  const told = inbox.items.find(({ kind }: { kind: string }) => kind === 'counter');
  expect(told.title).toBe('柜台已为您说明健康码颜色');
  expect(told.body).toContain(unit.name);
  expect(told.body).not.toContain('橙');
});

describe('what is left behind', () => {
  test('each answer is a look, a message and an event in the audit chain', async () => {
    const { auth, staff } = await clerk();
    const holder = await cardHolder(auth);
    await explain(auth, holder).expect(200);
    await explain(auth, holder).expect(200);
    expect((await looksAt(holder.id)).filter((one) => one === purpose)).toHaveLength(2);
    const messages = await messagesTo(holder.id);
    expect(messages).toHaveLength(2);
    const [event] = await auditEvents(api.services, messages[0]?.id ?? '');
    expect(event).toMatchObject({ action: 'messages.create', actor: `staff:${staff.id}` });
  });

  test('what cannot be written down is not told, and leaves no message', async () => {
    const { auth } = await clerk();
    const holder = await cardHolder(auth);
    losesLooks();
    const refused = await explain(auth, holder).expect(500);
    expect(Object.keys(refused.body)).toEqual(['error']);
    expect(await messagesTo(holder.id)).toEqual([]);
  });

  test('nobody is made, no code, no card and no better proof', async () => {
    const { auth } = await clerk();
    const before = await storedRows();
    expect(codeOf(await explain(auth, someone()).expect(422))).toBe('no_code_yet');
    expect(await storedRows()).toEqual(before);

    const unclaimed = await signedInPerson(api.services, { claimed: false });
    expect(codeOf(await explain(auth, unclaimed).expect(422))).toBe('no_code_yet');
    const after = await Person.findByPk(unclaimed.person.id, { rejectOnEmpty: true });
    expect(after.claimedAt).toBeNull();
    expect(await looksAt(after.id)).toEqual([]);
    expect(await messagesTo(after.id)).toEqual([]);
  });
});

describe('what is refused', () => {
  test('bad input is named', async () => {
    const { auth } = await clerk();
    const empty = faultsOf(await post('unit/reasons', auth, {}).expect(400));
    expect(Object.keys(empty)).toEqual(['idNumber', 'idType', 'name', 'present']);
    const absent = await explain(auth, someone(), { present: false }).expect(400);
    expect(Object.keys(faultsOf(absent))).toEqual(['present']);
    await explain(auth, someone(), { division: '350102' }).expect(400);
    const mistyped = await explain(auth, { ...someone(), idNumber: '350102199001011234' }).expect(400);
    expect(Object.keys(faultsOf(mistyped))).toEqual(['idNumber']);
    const foreign = await explain(auth, someone(), { idType: 'passport', idNumber: 'E12345678' }).expect(400);
    expect(Object.keys(faultsOf(foreign))).toEqual(['idType']);
  });

  test('a name that the register has not with this number: nothing is told, and after 20 nothing is tried', async () => {
    const { auth } = await clerk();
    const holder = await cardHolder(auth);
    api.services.providers.standIns.identity?.behave(holder.idNumber, 'no');
    for (let tries = 0; tries < 20; tries += 1) {
      expect(codeOf(await explain(auth, holder))).toBe('identity_mismatch');
    }
    expect(codeOf(await explain(auth, holder).expect(429))).toBe('too_many_requests');
    // Cards and reasons are tried by one clerk, and counted together.
    const pledge = { idType: 'resident', consented: true, compared: true };
    await post('unit/cards', auth, { ...pledge, name: holder.name, idNumber: holder.idNumber }).expect(429);
    expect(await messagesTo(holder.id)).toEqual([]);
  });

  test('a register that does not answer', async () => {
    const { auth } = await clerk();
    const holder = await cardHolder(auth);
    api.services.providers.standIns.identity?.behave(holder.idNumber, 'later');
    expect(codeOf(await explain(auth, holder).expect(503))).toBe('unavailable');
    expect(await messagesTo(holder.id)).toEqual([]);
  });

  test('more than 60 in an hour by one clerk, while a colleague goes on', async () => {
    const { auth, unit } = await clerk();
    const holder = await cardHolder(auth);
    for (let asked = 0; asked < 60; asked += 1) {
      await post('unit/reasons', auth, {}).expect(400);
    }
    expect(codeOf(await explain(auth, holder).expect(429))).toBe('too_many_requests');
    const { auth: colleague } = await signedInStaff(api.services, { unit, roles: ['manager'] });
    await explain(colleague, holder).expect(200);
  });

  test('guards, viewers, the operator’s staff, and clerks of units that have no counter', async () => {
    const document = someone();
    await expectOnlyFor(api, (auth) => explain(auth, document), ['guard', 'viewer']);
    await explain((await clerk('enterprise')).auth, document).expect(403);
    const operator = await buildUnit(api.services, { kind: 'operator' });
    for (const role of ['rules', 'feeds', 'approver', 'units', 'auditor', 'clerk'] as const) {
      const { auth } = await signedInStaff(api.services, { unit: operator, roles: [role] });
      expect(codeOf(await explain(auth, document).expect(403))).toBe('forbidden');
    }
  });
});
