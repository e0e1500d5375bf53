import { override as overrideSchema, overrideOptions } from '@anxing/contract/overrides';

import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Message } from '../../../api/src/models/message';
import { dumpDatabase } from '../../support/api/dumpDatabase';
import { pngFile, upload } from '../../support/api/evidenceFiles';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildUnit } from '../../support/api/factories/buildUnit';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { decide, liftWish, orangeWish, ownCode, propose } from '../../support/api/overrides';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function list(side: 'operator' | 'unit', auth: Auth, query: object = {}) {
  return api.request.get(`/api/v1/${side}/overrides`).set(auth).query(query);
}

async function sendEvidence({ auth }: { auth: Auth }): Promise<string> {
  const { body } = await api.request
    .post('/api/v1/unit/evidence')
    .set(auth)
    .send(upload('image/png', pngFile()))
    .expect(201);

  return body.id as string;
}

test('the choices are the configured ones, and every kind has a reason', async () => {
  const { body } = await api.request.get('/api/v1/operator/overrides/options').set(rules.auth).expect(200);
  expect(overrideOptions.parse(body)).toEqual(body);
  expect(body.kinds).toContainEqual({ id: 'set.orange', name: '核定为橙码' });
  expect(body.maxPeople).toBe(50);
  const reasoned = new Set(body.reasons.flatMap(({ kinds }: { kinds: string[] }) => kinds));
  expect([...reasoned].sort()).toEqual(body.kinds.map(({ id }: { id: string }) => id).sort());
  const owner = await verifiedStaff(api.services, { roles: ['owner'] });
  const same = await api.request.get('/api/v1/unit/overrides/options').set(owner.auth).expect(200);
  expect(same.body).toEqual(body);
});

describe('an approved change', () => {
  test('lifts a reason for as long as was said, and the person reads of it', async () => {
    const person = await buildPerson(api.services);
    await buildFact(api.services, person.idNumber);
    expect((await ownCode(api, person)).colour).toBe('orange');
    const clerk = await verifiedStaff(api.services, { roles: ['clerk'] });
    const { body } = await propose(api, 'unit', clerk.auth, liftWish([person.idNumber])).expect(201);
    expect(overrideSchema.parse(body)).toEqual(body);
    expect((await ownCode(api, person)).colour).toBe('orange');
    await decide(api, approver, body.changeId, 'approve').expect(200);
    expect(await ownCode(api, person)).toMatchObject({ colour: 'green', reasons: [] });

    const messages = await Message.findAll({ where: { personId: person.person.id, kind: 'override' } });
    expect(messages.map(({ title }) => title)).toEqual(['您的健康码有原因经人工核定解除']);
    const text = messages[0]?.body ?? '';
    for (const part of ['解除（发热门诊）', '持有效核酸检测阴性证明', '有效至', '申诉']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(approver.name);
    expect(text).not.toContain(clerk.name);
    const batch = await FeedBatch.findOne({ where: { changeId: body.changeId } });
    expect(batch).toMatchObject({ source: 'override', rowCount: 1 });
    expect(batch?.submittedBy).toBe(`${clerk.unit.name}提出，示例运营中心批准`);

    const { body: after } = await list('unit', clerk.auth).expect(200);
    expect(after.items[0]).toMatchObject({ state: 'approved', until: expect.any(Number) });
    api.clock.advance(6.9 * dayMs);
    expect((await ownCode(api, person)).reasons).toEqual([]);
    api.clock.advance(0.2 * dayMs);
    expect((await ownCode(api, person)).reasons.map(({ rule }) => rule)).toEqual(['fever']);
  });

  test('turns people orange, tells the registered ones, and waits for those who come later', async () => {
    const [person, idNumber] = [await buildPerson(api.services), inventIdNumber()];
    const wish = orangeWish([person.idNumber, idNumber]);
    const { body } = await propose(api, 'operator', rules.auth, wish).expect(201);
    await decide(api, approver, body.changeId, 'approve').expect(200);
    const code = await ownCode(api, person);
    expect([code.colour, code.reasons.map(({ rule }) => rule)]).toEqual(['orange', ['manual']]);
    const told = await Message.findAll({ where: { personId: person.person.id, kind: 'override' } });
    expect(told[0]?.title).toBe('您的健康码经人工核定变更');
    const facts = await api.services.database.select('SELECT subject_index FROM facts WHERE kind = ?', [
      'set.orange',
    ]);
    const indexes = facts.map((row) => row.subject_index);
    expect(indexes).toContain(api.services.index.identity('resident', idNumber));
    api.clock.advance(7.1 * dayMs);
    expect((await ownCode(api, person)).reasons).toEqual([]);
  });

  test('is told also when the colour stays, and lifts nothing that happened after it was proposed', async () => {
    const person = await buildPerson(api.services);
    const { body } = await propose(api, 'operator', rules.auth, liftWish([person.idNumber])).expect(201);
    api.clock.advance(2 * dayMs);
    await buildFact(api.services, person.idNumber);
    await decide(api, { auth: await renewed(approver) }, body.changeId, 'approve').expect(200);
    expect((await ownCode(api, person)).reasons.map(({ rule }) => rule)).toEqual(['fever']);
    expect(await Message.count({ where: { personId: person.person.id, kind: 'override' } })).toBe(1);
  });

  test('that turned somebody orange is lifted by two people as well', async () => {
    const person = await buildPerson(api.services);
    const set = await propose(api, 'operator', rules.auth, orangeWish([person.idNumber])).expect(201);
    await decide(api, approver, set.body.changeId, 'approve').expect(200);
    const wish = liftWish([person.idNumber], { kind: 'lift.manual', reason: 'wrongDecision' });
    const lift = await propose(api, 'operator', rules.auth, wish).expect(201);
    expect((await ownCode(api, person)).reasons).toHaveLength(1);
    await decide(api, approver, lift.body.changeId, 'approve').expect(200);
    expect((await ownCode(api, person)).reasons).toEqual([]);
  });
});

/** A session of now, for tests that move the clock. */
function renewed(staff: VerifiedStaff): Promise<Auth> {
  return signIn(api.services, staff);
}

test('whether somebody is registered shows in nothing', async () => {
  const registered = await buildPerson(api.services);
  await buildFact(api.services, registered.idNumber);
  const answers = [];
  for (const idNumber of [registered.idNumber, inventIdNumber()]) {
    const { body } = await propose(api, 'operator', rules.auth, liftWish([idNumber])).expect(201);
    await decide(api, approver, body.changeId, 'approve').expect(200);
    const seen = await list('operator', rules.auth, { limit: 1 }).expect(200);
    expect(seen.body.items[0].examples).toEqual([{ name: null, idNumber: `35*****${idNumber.slice(-3)}` }]);
    const shapes = [body, seen.body.items[0]].map(
      ({
        id: _id,
        changeId: _change,
        proposedAt: _at,
        decidedAt: _decided,
        until: _until,
        examples: _who,
        ...rest
      }) => rest,
    );
    answers.push(shapes);
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('numbers, explanation and evidence are sealed', async () => {
  const idNumber = inventIdNumber();
  const wish = liftWish([idNumber], {
    explanation: '只在密文中出现的说明',
    evidence: { number: '只在密文中的编号' },
  });
  const { body } = await propose(api, 'operator', rules.auth, wish).expect(201);
  await decide(api, approver, body.changeId, 'reject', { note: '只在密文中的意见' }).expect(200);
  const seen = (await list('operator', rules.auth, { state: 'rejected' }).expect(200)).body.items[0];
  expect(seen).toMatchObject({ explanation: '只在密文中出现的说明', note: '只在密文中的意见', until: null });
  const dump = [...(await dumpDatabase(api.services)).values()].join('\n');
  for (const secret of [idNumber, '只在密文中']) {
    expect(dump.includes(secret)).toBe(false);
  }
});

describe('a proposal', () => {
  test('names every wrong field', async () => {
    const twice = inventIdNumber();
    const wrong = {
      people: [
        { idNumber: '123' },
        { idNumber: twice },
        { idType: 'passport', idNumber: '！' },
        { idNumber: twice },
      ],
      kind: 'lift.everything',
      reason: 'x',
      explanation: '示例',
      evidence: {},
      days: 7,
    };
    expect(faultsOf(await propose(api, 'operator', rules.auth, wrong).expect(400))).toEqual({
      'evidence.number': 'Give the number of a document, or upload one',
      kind: 'No such kind of change',
      'people.0.idNumber': 'A resident ID number has 18 characters',
      'people.2.idNumber': 'Wrong passport number',
      'people.3.idNumber': 'Twice',
    });
    const reasons = { ...liftWish(), reason: 'onSite' };
    expect(faultsOf(await propose(api, 'operator', rules.auth, reasons).expect(400))).toEqual({
      reason: 'This reason is not for this change',
    });
    const shape = { ...liftWish([]), days: 31, colour: 'green', explanation: '' };
    const named = faultsOf(await propose(api, 'operator', rules.auth, shape).expect(400));
    expect(Object.keys(named)).toEqual(['colour', 'days', 'explanation', 'people']);
    const many = Array.from({ length: 51 }, () => inventIdNumber());
    expect(Object.keys(faultsOf(await propose(api, 'operator', rules.auth, liftWish(many))))).toEqual([
      'people',
    ]);
  });

  test('takes files that the same staff member sent, once', async () => {
    const [own, foreign] = [await sendEvidence(rules), await sendEvidence(await anotherProposer())];
    const wishWith = (...files: string[]) => liftWish(undefined, { evidence: { files } });
    const refused = await propose(api, 'operator', rules.auth, wishWith(own, foreign, own)).expect(400);
    expect(faultsOf(refused)).toEqual({
      'evidence.files.1': 'No such file',
      'evidence.files.2': 'Twice',
    });
    const { body } = await propose(api, 'operator', rules.auth, wishWith(own)).expect(201);
    expect(body.evidence).toEqual([{ id: own, mediaType: 'image/png' }]);
    expect(body.evidenceNumber).toBeNull();
    const again = await propose(api, 'operator', rules.auth, wishWith(own)).expect(400);
    expect(faultsOf(again)).toEqual({ 'evidence.files.0': 'No such file' });
    const change = await api.request.get(`/api/v1/operator/changes/${body.changeId}`).set(approver.auth);
    expect(change.body.evidence).toEqual(body.evidence);
  });

  async function anotherProposer(): Promise<VerifiedStaff> {
    return verifiedStaff(api.services, { unit: rules.unit, roles: ['rules'] });
  }
});

describe('a unit', () => {
  test('sees and takes back its own proposals only', async () => {
    const unit = await buildUnit(api.services, { kind: 'community' });
    const clerk = await verifiedStaff(api.services, { unit, roles: ['clerk'] });
    const colleague = await verifiedStaff(api.services, { unit, roles: ['owner'] });
    const stranger = await verifiedStaff(api.services, { roles: ['owner'] });
    const { body } = await propose(api, 'unit', clerk.auth, liftWish()).expect(201);
    const idsOf = async ({ auth }: { auth: Auth }) =>
      (await list('unit', auth).expect(200)).body.items.map(({ id }: { id: string }) => id) as string[];
    expect([await idsOf(clerk), await idsOf(colleague), await idsOf(stranger)]).toEqual([
      [body.id],
      [body.id],
      [],
    ]);
    const withdraw = ({ auth }: { auth: Auth }, id = body.id as string) =>
      api.request.post(`/api/v1/unit/overrides/${id}/withdraw`).set(auth).send({});
    expect(codeOf(await withdraw(stranger).expect(404))).toBe('not_found');
    expect(codeOf(await withdraw(clerk, rules.unit.id).expect(404))).toBe('not_found');
    expect(codeOf(await withdraw(colleague).expect(403))).toBe('forbidden');
    expect((await withdraw(clerk).expect(200)).body).toMatchObject({ id: body.id, state: 'withdrawn' });
    expect(codeOf(await withdraw(clerk).expect(409))).toBe('change_decided');
    const all = (await list('operator', rules.auth, { state: 'withdrawn' }).expect(200)).body.items;
    expect(all.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  test('pages through them, newest first', async () => {
    const owner = await verifiedStaff(api.services, { roles: ['owner'] });
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      made.unshift((await propose(api, 'unit', owner.auth, liftWish()).expect(201)).body.id);
    }
    const first = await list('unit', owner.auth, { limit: 2 }).expect(200);
    const second = await list('unit', owner.auth, { limit: 2, cursor: first.body.next }).expect(200);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(made);
    expect(second.body.next).toBeNull();
    const elsewhere = { cursor: first.body.next };
    expect(faultsOf(await list('operator', rules.auth, elsewhere).expect(400))).toHaveProperty('cursor');
  });
});

test('each side is for those who may propose there', async () => {
  const nowhere = '019a0000-0000-7000-8000-000000000000';
  const units = ['manager', 'guard', 'viewer', 'approver'] as const;
  await expectOnlyFor(api, (auth) => propose(api, 'unit', auth, liftWish()), [...units]);
  await expectOnlyFor(api, (auth) => list('unit', auth), [...units]);
  const withdrawal = (auth: Auth) =>
    api.request.post(`/api/v1/unit/overrides/${nowhere}/withdraw`).set(auth).send({});
  await expectOnlyFor(api, withdrawal, [...units]);
  // Owners and clerks may propose, but not where the operator does.
  const outsiders = ['owner', 'clerk', 'manager', 'guard'] as const;
  await expectOnlyFor(api, (auth) => propose(api, 'operator', auth, liftWish()), [...outsiders]);
  await expectOnlyFor(api, (auth) => list('operator', auth), [...outsiders]);
  expect(codeOf(await propose(api, 'operator', approver.auth, liftWish()).expect(403))).toBe('forbidden');
});
