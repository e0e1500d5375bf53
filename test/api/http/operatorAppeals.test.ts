import { operatorAppeal, operatorAppealSummary } from '@anxing/contract/appeals';

import { expireChanges } from '../../../api/src/commands/changes/expireChanges';
import { Message } from '../../../api/src/models/message';
import {
  answer,
  buildAppeal,
  listAppeals,
  orangePerson,
  ownAppeal,
  readAppeal,
  submit,
  type Applicant,
} from '../../support/api/appeals';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, ownCode, proposeOrange } from '../../support/api/overrides';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const nowhere = '019a0000-0000-7000-8000-000000000000';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function toldTo({ person }: Applicant): Promise<string[]> {
  const messages = await Message.findAll({ where: { personId: person.id }, order: ['id'] });

  return messages.map(({ title }) => title);
}

/** The operator finds for the person. @returns the change that waits */
async function uphold(id: string, body?: object): Promise<string> {
  return (await answer(api, rules, id, 'uphold', body).expect(200)).body.changeId as string;
}

async function renewed(staff: VerifiedStaff): Promise<{ auth: Auth }> {
  return { auth: await signIn(api.services, staff) };
}

test('the list is masked, and filtered by state and by what is overdue', async () => {
  const { applicant, id } = await buildAppeal(api);
  const { body, text } = await listAppeals(api, approver, { state: 'submitted' }).expect(200);
  const [item] = body.items;
  expect(operatorAppealSummary.parse(item)).toEqual(item);
  expect(item).toMatchObject({ id, isOverdue: false });
  expect(item.person.idNumber).toBe(`35*****${applicant.idNumber.slice(-3)}`);
  expect(text).not.toContain(applicant.name);
  const idsOf = async (query: object) => {
    const answered = await listAppeals(api, await renewed(rules), query).expect(200);

    return answered.body.items.map((one: { id: string }) => one.id) as string[];
  };
  expect(await idsOf({ overdue: 'true' })).toEqual([]);
  expect(await idsOf({ state: 'upheld' })).not.toContain(id);
  api.clock.advance(25 * hourMs);
  expect(await idsOf({ overdue: 'true', state: 'submitted' })).toContain(id);
  const first = await listAppeals(api, await renewed(rules), { limit: 1 }).expect(200);
  expect(first.body.items[0].isOverdue).toBe(true);
});

test('opening one is a look that the person reads of', async () => {
  const { applicant, id, picture } = await buildAppeal(api);
  const { body, text } = await readAppeal(api, rules, id).expect(200);
  expect(operatorAppeal.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    id,
    colour: 'orange',
    stillCounting: ['fever'],
    changeId: null,
    mayAnswer: true,
    events: [{ kind: 'submitted', pictures: [{ id: picture, mediaType: 'image/png' }] }],
  });
  expect(text).not.toContain(applicant.name);
  const seen = await api.request.get('/api/v1/me/accesses').set(applicant.auth).expect(200);
  expect(seen.body.items).toMatchObject([{ who: '示例运营中心', purpose: '办理申诉' }]);
  expect((await readAppeal(api, approver, id).expect(200)).body.mayAnswer).toBe(false);
});

test('when the reason is gone meanwhile, the operator sees it', async () => {
  const { id } = await buildAppeal(api);
  api.clock.advance(16 * 24 * hourMs);
  const { body } = await readAppeal(api, await renewed(rules), id).expect(200);
  expect(body.stillCounting).toEqual([]);
});

describe('an appeal that is upheld', () => {
  test('waits for its second person, and then the reason is lifted', async () => {
    const { applicant, id, picture } = await buildAppeal(api);
    const changeId = await uphold(id);
    const { body: change } = await api.request.get(`/api/v1/operator/changes/${changeId}`).set(approver.auth);
    expect(change).toMatchObject({
      kind: 'override',
      title: '解除（发热门诊）：1 人',
      appealId: id,
      warning: expect.stringContaining('可能再次变为橙码'),
      evidence: [{ id: picture, mediaType: 'image/png' }],
    });
    expect(change.facts).toContainEqual({ label: '来源', value: '本人申诉' });
    const waiting = await ownAppeal(api, applicant, id);
    expect(waiting.state).toBe('inApproval');
    expect(waiting.events.at(-1)).toMatchObject({ kind: 'proposed', text: null });
    expect((await ownCode(api, applicant)).colour).toBe('orange');

    await decide(api, approver, changeId, 'approve').expect(200);
    const upheld = await ownAppeal(api, applicant, id);
    expect(upheld).toMatchObject({ state: 'upheld', dueAt: null, closedAt: expect.any(Number) });
    expect(upheld.events.at(-1)).toMatchObject({ kind: 'upheld', text: '经核查，就诊人不是本人。' });
    expect((await ownCode(api, applicant)).reasons).toEqual([]);
    expect(await toldTo(applicant)).toEqual([
      '您的健康码已变为橙码',
      '申诉已提交',
      '申诉核查通过，等待复核',
      '您的健康码有原因经人工核定解除',
      '申诉成立',
      '您的健康码已变为绿码',
    ]);
  });

  test('lifts several reasons with one change', async () => {
    const person = await orangePerson(api);
    await buildFact(api.services, person.idNumber, { source: 'medicine', kind: 'purchase' });
    const { body } = await submit(api, person, { rules: ['fever', 'medicine'] }).expect(201);
    const wish = { answer: '已核实', reason: 'excluded', evidenceNumber: '医字第 1 号', days: 14 };
    await decide(api, approver, await uphold(body.id, wish), 'approve').expect(200);
    expect((await ownCode(api, person)).reasons).toEqual([]);
  });

  test.each([
    ['rejected', async (id: string) => void (await decide(api, approver, id, 'reject').expect(200))],
    ['taken back', async (id: string) => void (await decide(api, rules, id, 'withdraw', {}).expect(200))],
    [
      'left alone for a week',
      async () => {
        api.clock.advance(7 * 24 * hourMs);
        await expireChanges.perform(api.services);
      },
    ],
  ])('and then %s by the second person goes back, with a new deadline', async (_how, end) => {
    const { applicant, id } = await buildAppeal(api);
    await end(await uphold(id));
    const { body } = await readAppeal(api, await renewed(rules), id).expect(200);
    expect(body).toMatchObject({ state: 'submitted', isOverdue: false, mayAnswer: true });
    expect(body.dueAt - api.clock.now()).toBeGreaterThan(23 * hourMs);
    expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'submitted',
      'proposed',
      'sentBack',
    ]);
    expect((await toldTo(applicant)).at(-1)).toBe('申诉需要重新核查');
    const again = await answer(api, await renewed(rules), id, 'uphold').expect(200);
    expect(again.body.changeId).not.toBeNull();
  });

  test('needs evidence, and a reason for all that it lifts', async () => {
    const person = await orangePerson(api);
    const { body } = await submit(api, person).expect(201);
    const wish = { answer: '已核实', reason: 'movedAway', days: 14 };
    expect(faultsOf(await answer(api, rules, body.id, 'uphold', wish).expect(400))).toEqual({
      evidenceNumber: 'Give the number of a document, or upload one',
      reason: 'This reason is not for this change',
    });
    expect((await ownAppeal(api, person, body.id)).state).toBe('submitted');
  });

  test('is proposed by a verified person only', async () => {
    const { id } = await buildAppeal(api);
    const unverified = await signedInStaff(api.services, { unit: rules.unit, roles: ['rules'] });
    expect(codeOf(await answer(api, unverified, id, 'uphold').expect(403))).toBe('change_not_verified');
    await answer(api, unverified, id, 'ask').expect(200);
  });

  test('is upheld once, however many do', async () => {
    const { id } = await buildAppeal(api);
    const answers = await Promise.all([1, 2, 3].map(() => answer(api, rules, id, 'uphold')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const how of ['ask', 'dismiss', 'uphold'] as const) {
      expect(codeOf(await answer(api, rules, id, how).expect(409))).toBe('appeal_in_approval');
    }
  });
});

test('an appeal that is dismissed is over, with the answer', async () => {
  const { applicant, id } = await buildAppeal(api);
  const { body } = await answer(api, rules, id, 'dismiss').expect(200);
  expect(body).toMatchObject({ state: 'dismissed', mayAnswer: false });
  const own = await ownAppeal(api, applicant, id);
  expect(own.events.at(-1)).toMatchObject({ kind: 'dismissed', text: '就诊记录属实。' });
  expect((await toldTo(applicant)).at(-1)).toBe('申诉不成立');
  expect((await ownCode(api, applicant)).colour).toBe('orange');
  for (const how of ['ask', 'dismiss', 'uphold'] as const) {
    expect(codeOf(await answer(api, rules, id, how).expect(409))).toBe('appeal_over');
  }
});

describe('nobody answers', () => {
  test('the own appeal, nor approves it', async () => {
    for (const self of [rules, approver]) {
      const applicant = { ...self.person, auth: await signIn(api.services, self.person) };
      await buildFact(api.services, applicant.idNumber);
      const { id } = await buildAppeal(api, applicant);
      if (self === rules) {
        for (const how of ['ask', 'dismiss', 'uphold'] as const) {
          expect(codeOf(await answer(api, rules, id, how).expect(403))).toBe('change_about_self');
        }
        expect((await readAppeal(api, rules, id).expect(200)).body.mayAnswer).toBe(false);
      } else {
        const changeId = await uphold(id);
        expect(codeOf(await decide(api, approver, changeId, 'approve').expect(403))).toBe(
          'change_about_self',
        );
      }
    }
  });

  test('an appeal against what he decided himself', async () => {
    const person = await signedInPerson(api.services);
    const set = await proposeOrange(api, rules, [person]);
    await decide(api, approver, set, 'approve').expect(200);
    const { body } = await submit(api, person, { rules: ['manual'] }).expect(201);
    expect(codeOf(await answer(api, rules, body.id, 'dismiss').expect(403))).toBe('change_about_self');

    const others = await operatorCrew(api.services);
    const wish = { answer: '现场登记有误', reason: 'wrongDecision', evidenceNumber: '复核 1 号', days: 30 };
    const upheld = await answer(api, others.rules, body.id, 'uphold', wish).expect(200);
    const { changeId } = upheld.body as { changeId: string };
    expect(codeOf(await decide(api, approver, changeId, 'approve').expect(403))).toBe('change_about_self');
    await decide(api, others.approver, changeId, 'approve').expect(200);
    expect((await ownCode(api, person)).reasons).toEqual([]);
    expect((await ownAppeal(api, person, body.id)).state).toBe('upheld');
  });
});

test('wrong fields are named, and what is unknown is not found', async () => {
  const { id } = await buildAppeal(api);
  const list = await listAppeals(api, rules, { state: 'open', overdue: 'no', page: 1 }).expect(400);
  expect(Object.keys(faultsOf(list))).toEqual(['overdue', 'page', 'state']);
  expect(Object.keys(faultsOf(await answer(api, rules, id, 'ask', {}).expect(400)))).toEqual(['text']);
  const wrong = { answer: '', reason: '', days: 0, colour: 'green' };
  expect(Object.keys(faultsOf(await answer(api, rules, id, 'uphold', wrong).expect(400)))).toEqual([
    'answer',
    'colour',
    'days',
    'reason',
  ]);
  expect(codeOf(await readAppeal(api, rules, nowhere).expect(404))).toBe('not_found');
  for (const how of ['ask', 'dismiss', 'uphold'] as const) {
    expect(codeOf(await answer(api, rules, nowhere, how).expect(404))).toBe('not_found');
  }
});

test('is read by who works with risks, and answered by who may', async () => {
  const outsiders = ['owner', 'clerk', 'units', 'tracer'] as const;
  await expectOnlyFor(api, (auth) => listAppeals(api, { auth }), [...outsiders]);
  await expectOnlyFor(api, (auth) => readAppeal(api, { auth }, nowhere), [...outsiders]);
  for (const how of ['ask', 'dismiss', 'uphold'] as const) {
    const send = (auth: Auth) => answer(api, { auth }, nowhere, how);
    await expectOnlyFor(api, send, [...outsiders, 'approver', 'feeds', 'auditor']);
  }
  const bystander = await verifiedStaff(api.services, {
    roles: ['owner'],
    person: await buildPerson(api.services),
  });
  expect(codeOf(await readAppeal(api, bystander, nowhere).expect(403))).toBe('forbidden');
});
