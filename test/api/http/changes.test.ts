import { change as changeSchema } from '@anxing/contract/changes';

import { expireChanges } from '../../../api/src/commands/changes/expireChanges';
import { proposeChange } from '../../../api/src/commands/changes/proposeChange';
import { writeAs } from '../../../api/src/context';
import { Change } from '../../../api/src/models/change';
import { Message } from '../../../api/src/models/message';
import { maskName } from '../../../api/src/presenters/mask';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import type { Auth } from '../../support/api/factories/signedIn';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, ownCode, propose, proposeOrange } from '../../support/api/overrides';
import { inventIdNumber } from '../../support/api/invented';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const nowhere = '019a0000-0000-7000-8000-000000000000';
const path = '/api/v1/operator/changes';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function stateOf(id: string): Promise<string | undefined> {
  return (await Change.findByPk(id))?.state;
}

describe('two verified persons', () => {
  test('put a change in force: one proposes, another one approves', async () => {
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    expect((await ownCode(api, person)).colour).toBe('green');
    const { body } = await decide(api, approver, id, 'approve').expect(200);

    expect(changeSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id,
      kind: 'override',
      state: 'approved',
      title: '核定为橙码：1 人',
      warning: '批准后，1 人将被核定为橙码',
      proposedBy: { name: rules.name, unit: '示例运营中心' },
      decidedBy: { name: approver.name, unit: '示例运营中心' },
      note: '已核对',
      isMine: false,
      mayDecide: false,
    });
    expect((await ownCode(api, person)).colour).toBe('orange');
    const actions = (await auditEvents(api.services, id)).map(({ action, actor }) => [action, actor]);
    expect(actions).toEqual(
      expect.arrayContaining([
        ['changes.propose', `staff:${rules.staff.id}`],
        ['changes.approved', `staff:${approver.staff.id}`],
      ]),
    );
    const told = await Message.findAll({ where: { staffId: rules.staff.id } });
    expect(told.at(-1)).toMatchObject({ kind: 'change', title: '您提出的变更已批准' });
  });

  test('what the second person reads names nobody in full', async () => {
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    const { body, text } = await api.request.get(`${path}/${id}`).set(approver.auth).expect(200);
    expect(body.facts).toEqual([
      { label: '变更', value: '核定为橙码' },
      { label: '人员', value: `1 人：35*****${person.idNumber.slice(-3)}` },
      { label: '理由', value: '现场排查发现' },
      { label: '说明', value: '核酸检测为阴性，已核对报告。' },
      { label: '证明编号', value: '检字第 0001 号' },
      { label: '有效期', value: '自批准起 7 天' },
    ]);
    expect(text).not.toContain(person.idNumber);
    expect(body).toMatchObject({ isMine: false, mayDecide: true });
    const own = await api.request.get(`${path}/${id}`).set(rules.auth).expect(200);
    expect(own.body).toMatchObject({ isMine: true, mayDecide: false });
  });
});

test('of several who approve at once, one does', async () => {
  const person = await buildPerson(api.services);
  const unit = approver.unit;
  const others = [];
  for (let i = 0; i < 3; i += 1) {
    others.push(await verifiedStaff(api.services, { unit, roles: ['approver'] }));
  }
  const id = await proposeOrange(api, rules, [person]);
  const answers = await Promise.all(
    [approver, approver, ...others].map((one) => decide(api, one, id, 'approve')),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  const told = await Message.findAll({ where: { personId: person.person.id, kind: 'override' } });
  expect(told).toHaveLength(1);
});

test('only who proposed it takes it back', async () => {
  const id = await proposeOrange(api, rules);
  expect(codeOf(await decide(api, approver, id, 'withdraw', {}).expect(403))).toBe('forbidden');
  const { body } = await decide(api, rules, id, 'withdraw', { note: '填写有误' }).expect(200);
  expect(body).toMatchObject({ state: 'withdrawn', note: '填写有误', decidedBy: { name: rules.name } });
  expect(codeOf(await decide(api, rules, id, 'withdraw', {}).expect(409))).toBe('change_decided');
});

test('what nobody decides in time expires, and is never approved', async () => {
  const [old, other] = [await proposeOrange(api, rules), await proposeOrange(api, rules)];
  await decide(api, approver, other, 'approve').expect(200);
  await expireChanges.perform(api.services);
  expect(await stateOf(old)).toBe('waiting');
  api.clock.advance(7 * dayMs);
  await expireChanges.perform(api.services);
  await expireChanges.perform(api.services);
  expect([await stateOf(old), await stateOf(other)]).toEqual(['expired', 'approved']);
  const told = await Message.findAll({ where: { staffId: rules.staff.id, title: '您提出的变更已过期' } });
  expect(told.length).toBeGreaterThan(0);
});

describe('the list', () => {
  function list(auth: Auth, query: object = {}) {
    return api.request.get(path).set(auth).query(query);
  }

  test('is filtered by state and kind, newest first, page by page', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) {
      ids.unshift(await proposeOrange(api, rules));
    }
    const first = await list(approver.auth, { state: 'waiting', kind: 'override', limit: 2 }).expect(200);
    await proposeOrange(api, rules);
    const query = { state: 'waiting', kind: 'override', limit: 2, cursor: first.body.next };
    const second = await list(approver.auth, query).expect(200);
    const seen = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(seen.slice(0, 3)).toEqual(ids);
    expect((await list(approver.auth, { kind: 'rules' }).expect(200)).body.items).toEqual([]);
    const states = (await list(approver.auth, { state: 'waiting', limit: 100 })).body.items.map(
      ({ state }: { state: string }) => state,
    );
    expect(new Set(states)).toEqual(new Set(['waiting']));
  });

  test('its number is what still can be decided', async () => {
    const count = async () =>
      (await api.request.get(`${path}/waiting`).set(approver.auth).expect(200)).body.count as number;
    const before = await count();
    await proposeOrange(api, rules);
    expect(await count()).toBe(before + 1);
  });

  test('wrong questions are named', async () => {
    const response = await list(approver.auth, { state: 'open', kind: 'x', page: 2 }).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['kind', 'page', 'state']);
    expect(faultsOf(await list(approver.auth, { cursor: '!' }).expect(400))).toHaveProperty('cursor');
  });

  const outsiders = ['owner', 'clerk', 'guard', 'units', 'tracer'] as const;

  test('is for who works with risks', async () => {
    await expectOnlyFor(api, (auth) => list(auth), [...outsiders]);
    await expectOnlyFor(api, (auth) => api.request.get(`${path}/waiting`).set(auth), [...outsiders]);
    await expectOnlyFor(api, (auth) => api.request.get(`${path}/${nowhere}`).set(auth), [...outsiders]);
  });
});

describe('deciding', () => {
  test('is for approvers, and taking back for who works with risks', async () => {
    for (const verdict of ['approve', 'reject'] as const) {
      await expectOnlyFor(api, (auth) => decide(api, { auth }, nowhere, verdict), [
        'owner',
        'rules',
        'feeds',
      ]);
    }
    await expectOnlyFor(api, (auth) => decide(api, { auth }, nowhere, 'withdraw', {}), ['owner', 'units']);
  });

  test('names what is wrong, and needs a word with a no', async () => {
    const id = await proposeOrange(api, rules);
    const silent = await decide(api, approver, id, 'reject', {}).expect(400);
    expect(faultsOf(silent)).toEqual({ note: 'Required' });
    const wrong = await decide(api, approver, id, 'approve', { note: '字'.repeat(201), people: [] });
    expect(Object.keys(faultsOf(wrong))).toEqual(['note', 'people']);
    expect(codeOf(await decide(api, approver, nowhere, 'approve').expect(404))).toBe('not_found');
    expect(codeOf(await api.request.get(`${path}/${nowhere}`).set(approver.auth).expect(404))).toBe(
      'not_found',
    );
    await decide(api, approver, id, 'approve', {}).expect(200);
  });
});

test('a kind that nothing knows is never stored', async () => {
  const proposal = {
    kind: 'unheard' as never,
    subject: nowhere,
    title: '示例',
    facts: [],
    staffId: rules.staff.id,
  };
  const work = writeAs(api.services, system, (scene) => proposeChange(api.services, scene, proposal));
  await expect(work).rejects.toThrow("no handler for changes of the kind 'unheard'");
});

test('the second person alone reads the masked name of who is registered', async () => {
  const known = await buildPerson(api.services);
  const stranger = inventIdNumber();
  const wish = liftWish([known.idNumber, stranger]);
  const { body } = await propose(api, 'operator', rules.auth, wish).expect(201);
  const read = async ({ auth }: { auth: Auth }) =>
    (await api.request.get(`/api/v1/operator/changes/${body.changeId}`).set(auth).expect(200)).body;
  const masked = (idNumber: string) => `${idNumber.slice(0, 2)}*****${idNumber.slice(-3)}`;
  const { people } = await read(approver);
  expect(people).toEqual([
    { name: maskName(known.name), idNumber: masked(known.idNumber) },
    { name: null, idNumber: masked(stranger) },
  ]);
  expect((await read(rules)).people).toEqual([]);
});
