import { appeal as appealSchema, appealSummary } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';

import { lapseAppeals } from '../../../api/src/commands/appeals/lapseAppeals';
import { Appeal } from '../../../api/src/models/appeal';
import { Message } from '../../../api/src/models/message';
import {
  answer,
  buildAppeal,
  orangePerson,
  ownAppeal,
  sendPicture,
  submit,
  type Applicant,
} from '../../support/api/appeals';
import { dumpDatabase } from '../../support/api/dumpDatabase';
import { buildFact } from '../../support/api/factories/buildFact';
import type { Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, ownCode } from '../../support/api/overrides';
import { codeOf, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const nowhere = '019a0000-0000-7000-8000-000000000000';
const path = '/api/v1/me/appeals';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

function add(auth: Auth, id: string, body: object = { text: '补充：附上病历。' }) {
  return api.request.post(`${path}/${id}/additions`).set(auth).send(body);
}

function withdraw(auth: Auth, id: string) {
  return api.request.post(`${path}/${id}/withdraw`).set(auth);
}

async function toldTo({ person }: Applicant): Promise<string[]> {
  const messages = await Message.findAll({ where: { personId: person.id, kind: 'appeal' }, order: ['id'] });

  return messages.map(({ title }) => title);
}

test('an appeal holds what is contested as it stood then, and is answered within a day', async () => {
  const person = await orangePerson(api);
  const picture = await sendPicture(api, person);
  const { body } = await submit(api, person, { pictures: [picture], text: '第一行\n第二行' }).expect(201);
  expect(appealSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    state: 'submitted',
    reasons: [{ rule: 'fever', text: '14 天内有发热门诊就诊记录', sourceName: '发热门诊就诊记录' }],
    isOverdue: false,
    closedAt: null,
    events: [
      { kind: 'submitted', text: '第一行\n第二行', pictures: [{ id: picture, mediaType: 'image/png' }] },
    ],
  });
  expect(body.dueAt - body.submittedAt).toBe(24 * hourMs);
  expect(await toldTo(person)).toEqual(['申诉已提交']);
  expect((await ownCode(api, person)).colour).toBe('orange');
  expect(await ownAppeal(api, person, body.id)).toEqual(body);
  api.clock.advance(25 * hourMs);
  const stored = await Appeal.findByPk(body.id);
  expect(Number(stored?.dueAt)).toBeLessThan(api.clock.now());
});

test('texts are sealed', async () => {
  const person = await orangePerson(api);
  const { body } = await submit(api, person, { text: '只在密文中出现的申诉' }).expect(201);
  await answer(api, rules, body.id, 'ask', { text: '只在密文中出现的答复' }).expect(200);
  const dump = [...(await dumpDatabase(api.services)).values()].join('\n');
  expect(dump).not.toContain('只在密文中出现');
});

describe('only what stands against somebody now can be contested', () => {
  test('one appeal for each reason, and so many at a time', async () => {
    const person = await orangePerson(api);
    expect(codeOf(await submit(api, person, { rules: ['medicine'] }).expect(409))).toBe('no_such_reason');
    expect(codeOf(await submit(api, person, { rules: ['fever', 'cases'] }).expect(409))).toBe(
      'no_such_reason',
    );
    await submit(api, person).expect(201);
    expect(codeOf(await submit(api, person).expect(409))).toBe('appeal_open');
    const kinds = [
      ['medicine', 'purchase', 'medicine'],
      ['sealed', 'resident', 'sealed'],
      ['arrivals', 'arrived', 'arrivals'],
      ['contacts', 'train', 'contacts'],
      ['tests', 'nucleicPositive', 'positiveTest'],
    ];
    for (const [source, kind] of kinds) {
      await buildFact(api.services, person.idNumber, { source, kind });
    }
    for (const [, , rule] of kinds.slice(0, limits.openAppeals - 1)) {
      await submit(api, person, { rules: [rule] }).expect(201);
    }
    expect(codeOf(await submit(api, person, { rules: ['positiveTest'] }).expect(409))).toBe(
      'appeal_too_many',
    );
  });

  test('two at once are one', async () => {
    const person = await orangePerson(api);
    const answers = await Promise.all([1, 2, 3].map(() => submit(api, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('after it is over, again', async () => {
    const { applicant, id } = await buildAppeal(api);
    await answer(api, rules, id, 'dismiss').expect(200);
    await submit(api, applicant).expect(201);
  });
});

describe('pictures', () => {
  test('are the own ones, and used once', async () => {
    const person = await orangePerson(api);
    const foreign = await sendPicture(api, await orangePerson(api));
    const own = await sendPicture(api, person);
    const refused = await submit(api, person, { pictures: [foreign, own, own] }).expect(400);
    expect(faultsOf(refused)).toEqual({ 'pictures.0': 'No such file', 'pictures.2': 'Twice' });
    expect(await Appeal.count({ where: { personId: person.person.id } })).toBe(0);
    const { body } = await submit(api, person, { pictures: [own] }).expect(201);
    const again = await add(person.auth, body.id, { text: '补充', pictures: [own] }).expect(400);
    expect(faultsOf(again)).toEqual({ 'pictures.0': 'No such file' });
  });
});

describe('what is asked for', () => {
  test('is added, which hands the appeal back with a new deadline', async () => {
    const { applicant, id } = await buildAppeal(api);
    await answer(api, rules, id, 'ask').expect(200);
    const asked = await ownAppeal(api, applicant, id);
    expect(asked).toMatchObject({ state: 'needsMore' });
    expect(asked.events.at(-1)).toMatchObject({ kind: 'moreAsked', text: '请补充就诊记录。' });
    expect((asked.dueAt ?? 0) - api.clock.now()).toBeGreaterThan(6.9 * 24 * hourMs);
    const picture = await sendPicture(api, applicant);
    const { body } = await add(applicant.auth, id, { text: '附上。', pictures: [picture] }).expect(200);
    expect(body).toMatchObject({ state: 'submitted' });
    expect(body.events.at(-1)).toMatchObject({ kind: 'added', pictures: [{ id: picture }] });
    expect(body.dueAt - api.clock.now()).toBeLessThanOrEqual(24 * hourMs);
    expect(await toldTo(applicant)).toEqual(['申诉已提交', '申诉需要补充材料']);
  });

  test('and not added in time ends the appeal, with word to the person', async () => {
    const { applicant, id } = await buildAppeal(api);
    const { id: waiting } = await buildAppeal(api);
    await answer(api, rules, id, 'ask').expect(200);
    api.clock.advance(6.9 * 24 * hourMs);
    await lapseAppeals.perform(api.services);
    expect((await Appeal.findByPk(id))?.state).toBe('needsMore');
    api.clock.advance(0.2 * 24 * hourMs);
    await lapseAppeals.perform(api.services);
    await lapseAppeals.perform(api.services);
    expect((await Appeal.findByPk(id))?.state).toBe('dismissed');
    expect((await Appeal.findByPk(waiting))?.state).toBe('submitted');
    expect((await toldTo(applicant)).at(-1)).toBe('申诉已结束');
  });

  test('is added before it is asked for as well, and never after the end', async () => {
    const { applicant, id } = await buildAppeal(api);
    const before = await ownAppeal(api, applicant, id);
    const { body } = await add(applicant.auth, id).expect(200);
    expect(body).toMatchObject({ state: 'submitted', dueAt: before.dueAt });
    await answer(api, rules, id, 'dismiss').expect(200);
    expect(codeOf(await add(applicant.auth, id).expect(409))).toBe('appeal_over');
  });
});

describe('taking it back', () => {
  test('ends it', async () => {
    const { applicant, id } = await buildAppeal(api);
    const { body } = await withdraw(applicant.auth, id).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', dueAt: null, closedAt: expect.any(Number) });
    expect(codeOf(await withdraw(applicant.auth, id).expect(409))).toBe('appeal_over');
    expect(codeOf(await answer(api, rules, id, 'uphold').expect(409))).toBe('appeal_over');
  });

  test('takes what waits for a second person with it', async () => {
    const { applicant, id } = await buildAppeal(api);
    const { body } = await answer(api, rules, id, 'uphold').expect(200);
    await withdraw(applicant.auth, id).expect(200);
    const change = await api.request.get(`/api/v1/operator/changes/${body.changeId}`).set(approver.auth);
    expect(change.body).toMatchObject({ state: 'outdated', mayDecide: false });
    expect(codeOf(await decide(api, approver, body.changeId, 'approve').expect(409))).toBe('change_decided');
    expect((await ownAppeal(api, applicant, id)).state).toBe('withdrawn');
    expect((await ownCode(api, applicant)).colour).toBe('orange');
  });

  test('and an approval at the same time: one of them counts', async () => {
    const { applicant, id } = await buildAppeal(api);
    const { body } = await answer(api, rules, id, 'uphold').expect(200);
    const [taken, approved] = await Promise.all([
      withdraw(applicant.auth, id),
      decide(api, approver, body.changeId, 'approve'),
    ]);
    const { state } = await ownAppeal(api, applicant, id);
    const { colour } = await ownCode(api, applicant);
    expect([taken.status, approved.status, state, colour]).toEqual(
      taken.status === 200 ? [200, 409, 'withdrawn', 'orange'] : [409, 200, 'upheld', 'green'],
    );
  });
});

test('the list is the own one, newest first, page by page', async () => {
  const person = await orangePerson(api);
  await buildFact(api.services, person.idNumber, { source: 'medicine', kind: 'purchase' });
  await buildFact(api.services, person.idNumber, { source: 'sealed', kind: 'resident' });
  const made: string[] = [];
  for (const rule of ['fever', 'medicine', 'sealed']) {
    made.unshift((await submit(api, person, { rules: [rule] }).expect(201)).body.id);
  }
  const first = await list(person.auth, { limit: 2 }).expect(200);
  const second = await list(person.auth, { limit: 2, cursor: first.body.next }).expect(200);
  const items = [...first.body.items, ...second.body.items];
  expect(items.map(({ id }) => id)).toEqual(made);
  expect(items.map((item) => appealSummary.parse(item))).toEqual(items);
  const other = await signedInPerson(api.services);
  expect((await list(other.auth).expect(200)).body).toEqual({ items: [], next: null });
});

test('another person’s appeal is not there', async () => {
  const { id } = await buildAppeal(api);
  const { auth } = await orangePerson(api);
  for (const unknown of [id, nowhere]) {
    expect(codeOf(await api.request.get(`${path}/${unknown}`).set(auth).expect(404))).toBe('not_found');
    expect(codeOf(await add(auth, unknown).expect(404))).toBe('not_found');
    expect(codeOf(await withdraw(auth, unknown).expect(404))).toBe('not_found');
  }
});

test('wrong fields are named', async () => {
  const { applicant, id } = await buildAppeal(api);
  const wrong = { rules: [], text: ' ', pictures: ['x'], colour: 'green' };
  expect(Object.keys(faultsOf(await submit(api, applicant, wrong).expect(400)))).toEqual([
    'colour',
    'pictures.0',
    'rules',
    'text',
  ]);
  const long = { text: '字'.repeat(1_001), rules: ['fever'] };
  expect(Object.keys(faultsOf(await add(applicant.auth, id, long).expect(400)))).toEqual(['rules', 'text']);
  expect(faultsOf(await add(applicant.auth, id, { text: '\u0000' }).expect(400))).toHaveProperty('text');
  expect(Object.keys(faultsOf(await list(applicant.auth, { state: 'open' }).expect(400)))).toEqual(['state']);
});

test('is for residents with a code', async () => {
  const sends = [
    (auth: Auth) => list(auth),
    (auth: Auth) => submit(api, { auth }),
    (auth: Auth) => api.request.get(`${path}/${nowhere}`).set(auth),
    (auth: Auth) => add(auth, nowhere),
    (auth: Auth) => withdraw(auth, nowhere),
  ];
  const { auth: uncoded } = await signedInPerson(api.services, { claimed: false });
  for (const send of sends) {
    await expectOnlyForPersons(api, send);
    expect(codeOf(await send(uncoded).expect(403))).toBe('code_required');
  }
});
