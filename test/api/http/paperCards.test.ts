import { Message } from '../../../api/src/models/message';
import { PaperCard } from '../../../api/src/models/paperCard';
import { Person } from '../../../api/src/models/person';
import { issueCard } from '../../../api/src/codes/paperCard';
import { auditEvents } from '../../support/api/auditEvents';
import { checkInId } from '../../support/api/checkIn';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventIdNumber, inventName } from '../../support/api/invented';
import { codeOf, expectOnlyFor, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const send = (method: 'get' | 'post' | 'delete', path: string, auth: Auth) =>
  api.request[method](`/api/v1/${path}`).set(auth);

async function clerk(kind: 'community' | 'enterprise' = 'community') {
  const unit = await buildUnit(api.services, { kind });

  const { auth } = await signedInStaff(api.services, { unit, roles: ['clerk'] });

  return { unit, auth };
}

async function guard() {
  const point = await buildPoint(api.services);
  const { auth } = await guardOnDuty(api.services, point);

  return { point, auth };
}

function counterInput(given: object = {}) {
  return {
    idType: 'resident',
    name: inventName(),
    idNumber: inventIdNumber(),
    division: '350102',
    consented: true,
    compared: true,
    ...given,
  };
}

async function textOf(cardId: string): Promise<string> {
  const card = await PaperCard.findByPk(cardId, { rejectOnEmpty: true });

  return issueCard(api.services.posterKeys.current, Buffer.from(card.reference, 'hex'));
}

async function scan(cardId: string) {
  const { point, auth } = await guard();
  const body = {
    id: checkInId(),
    object: await textOf(cardId),
    pointId: point.id,
    temperature: 36.5,
    mask: true,
  };

  return send('post', 'scans', auth).send(body);
}

test('a card of one’s own: a door reads it, a new one voids it, and a lost one is void at once', async () => {
  const { auth } = await signedInPerson(api.services);
  expect((await send('get', 'me/card', auth).expect(200)).body).toEqual({ card: null });
  const { body: first } = await send('post', 'me/card', auth).expect(201);
  expect((await scan(first.id)).body).toMatchObject({ object: 'card', colour: 'green', decision: 'allow' });

  const { body: second } = await send('post', 'me/card', auth).expect(201);
  expect(codeOf(await scan(first.id))).toBe('card_revoked');
  expect((await scan(second.id)).status).toBe(200);
  expect((await send('get', 'me/card', auth).expect(200)).body.card).toMatchObject({
    id: second.id,
    printedBy: null,
  });

  await send('delete', 'me/card', auth).expect(204);
  expect(codeOf(await scan(second.id))).toBe('card_revoked');
  await send('get', 'me/card.pdf', auth).expect(404);
});

test('the file is a PDF', async () => {
  const { auth } = await signedInPerson(api.services);
  await send('post', 'me/card', auth).expect(201);
  const { body, headers } = await send('get', 'me/card.pdf', auth).buffer(true).expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(Buffer.from(body).subarray(0, 5).toString()).toBe('%PDF-');
});

describe('at a counter', () => {
  const print = (auth: Auth, body: object) => send('post', 'unit/cards', auth).send(body);

  test('somebody without a phone gets a code and a card; the person can read who did it', async () => {
    const { auth, unit } = await clerk();
    const input = counterInput();
    const { body } = await print(auth, input).expect(201);
    expect(body.card.printedBy).toBe(unit.name);
    expect(body.person.idNumber).not.toContain(input.idNumber.slice(2, 14));
    expect((await scan(body.card.id)).body).toMatchObject({ object: 'card', colour: 'green' });

    const identityIndex = api.services.index.identity('resident', input.idNumber);
    const person = await Person.findOne({ where: { identityIndex }, rejectOnEmpty: true });
    expect(person).toMatchObject({ level: 4, claimDivision: '350102' });
    expect(await Message.count({ where: { personId: person.id, kind: 'card' } })).toBe(1);
    expect((await auditEvents(api.services, body.card.id)).map(({ action }) => action)).toEqual([
      'paper_cards.create',
    ]);
    await send('get', `unit/cards/${body.card.id}/card.pdf`, auth).expect(200);
  });

  test('who has a code keeps it, and is told', async () => {
    const { auth } = await clerk();
    const { person, idNumber, name, auth: own } = await signedInPerson(api.services);
    await print(auth, counterInput({ idNumber, name })).expect(201);
    const after = await Person.findByPk(person.id, { rejectOnEmpty: true });
    expect(after.codeReference).toBe(person.codeReference);
    const { body: looks } = await send('get', 'me/accesses', own).expect(200);
    expect(looks.items.map(({ purpose }: { purpose: string }) => purpose)).toContain('打印纸质卡');
  });

  test('bad input is named, and nobody is made', async () => {
    const { auth } = await clerk();
    const before = await Person.count();
    const empty = faultsOf(await print(auth, {}).expect(400));
    expect(Object.keys(empty).sort()).toEqual(['compared', 'consented', 'idNumber', 'idType', 'name']);
    const wrong = counterInput({ idNumber: '350102199001011234', division: '999999', compared: false });
    expect(Object.keys(faultsOf(await print(auth, wrong).expect(400)))).toEqual(['compared']);
    const meanings = counterInput({ idNumber: '350102199001011234', division: '999999' });
    expect(Object.keys(faultsOf(await print(auth, meanings).expect(400))).sort()).toEqual([
      'division',
      'idNumber',
    ]);
    const foreign = counterInput({ idType: 'passport', idNumber: 'E12345678' });
    expect(Object.keys(faultsOf(await print(auth, foreign).expect(400)))).toEqual(['idType']);
    expect(await Person.count()).toBe(before);
  });

  test('a name that the register has not with this number makes nobody', async () => {
    const { auth } = await clerk();
    const input = counterInput();
    api.services.providers.standIns.identity?.behave(input.idNumber, 'no');
    const before = await Person.count();
    expect(codeOf(await print(auth, input))).toBe('identity_mismatch');
    expect(await Person.count()).toBe(before);
  });

  test('only at counters, only by clerks, and only the clerk who made it prints the file, for a while', async () => {
    await expectOnlyFor(api, (auth) => print(auth, counterInput()), ['guard', 'viewer']);
    await print((await clerk('enterprise')).auth, counterInput()).expect(403);
    const { auth } = await clerk();
    const { body } = await print(auth, counterInput()).expect(201);
    const path = `unit/cards/${body.card.id}/card.pdf`;
    await send('get', path, (await clerk()).auth).expect(404);
    await send('get', 'unit/cards/x/card.pdf', auth).expect(404);
    api.clock.advance(31 * 60_000);
    const { auth: again } = await clerk();
    await send('get', path, again).expect(404);
  });
});

test('who may ask', async () => {
  await expectOnlyForPersons(api, (auth) => send('get', 'me/card', auth));
  await expectOnlyForPersons(api, (auth) => send('post', 'me/card', auth));
  await expectOnlyForPersons(api, (auth) => send('delete', 'me/card', auth));
  await expectOnlyForPersons(api, (auth) => send('get', 'me/card.pdf', auth));
});
