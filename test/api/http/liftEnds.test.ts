import { addDays, dayOf, startOfDay, timeOf } from '../../../api/src/base/days';
import { purgeFacts } from '../../../api/src/jobs/purgeFacts';
import { Message } from '../../../api/src/models/message';
import { overridesOf } from '../../../api/src/models/overridesOf';
import { judgeFacts } from '../../../api/src/risk/judgeFacts';
import { openLiftOf } from '../../../api/src/risk/openLifts';
import { answer, ownAppeal, readAppeal, submit, type Applicant } from '../../support/api/appeals';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, orangeWish, ownCode, propose } from '../../support/api/overrides';
import { faultsOf } from '../../support/api/refusals';
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

const zone = () => api.services.config.brand.zone;
const today = () => dayOf(api.clock.now(), zone());
const minuteOf = (at: number) => timeOf(at, zone()).slice(0, 16);

/** Somebody with one record of the source whose rule has its name. */
async function orangeFor(source: string, kind: string): Promise<Applicant> {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber, { source, kind });
  api.clock.advance(1_000);

  return person;
}

async function proposed(person: Applicant, rule: string, days: number | null) {
  const { body: appeal } = await submit(api, person, { rules: [rule] }).expect(201);
  const wish = { answer: '记录不属于本人。', reason: 'wrongIdentity', evidenceNumber: '核 1 号', days };
  const { body } = await answer(api, rules, appeal.id as string, 'uphold', wish).expect(200);

  return { id: appeal.id as string, changeId: body.changeId as string };
}

async function uphold(person: Applicant, rule: string, days: number | null) {
  const { id, changeId } = await proposed(person, rule, days);
  await decide(api, approver, changeId, 'approve').expect(200);
  api.clock.advance(1_000);

  return id;
}

async function toldTo({ person }: Applicant) {
  const messages = await Message.findAll({ where: { personId: person.id }, order: ['id'] });

  return messages.map(({ title, body }) => `${title}：${body}`);
}

const changeOf = async (changeId: string) =>
  (await api.request.get(`/api/v1/operator/changes/${changeId}`).set(approver.auth).expect(200)).body;

describe('a decision that ends with the records it lifts', () => {
  test('stays for as long as the record does, and turns at a new one', async () => {
    const person = await orangeFor('cases', 'confirmed');
    expect((await ownCode(api, person)).colour).toBe('orange');
    const id = await uphold(person, 'cases', null);
    expect((await ownCode(api, person)).reasons).toEqual([]);
    api.clock.advance(60 * dayMs);
    expect((await ownCode(api, person)).reasons).toEqual([]);
    await buildFact(api.services, person.idNumber, { source: 'cases', kind: 'suspected' });
    expect((await ownCode(api, person)).reasons).toMatchObject([{ rule: 'cases' }]);
    const auth = await signIn(api.services, person);
    expect((await ownAppeal(api, { ...person, auth }, id)).lift).toEqual({ until: null });
  });

  test('is told with words, to the second person and to whom it is about', async () => {
    const person = await orangeFor('fever', 'clinicVisit');
    const { changeId } = await proposed(person, 'fever', null);
    const change = await changeOf(changeId);
    expect(change.facts).toContainEqual({ label: '有效期', value: '自批准起，与所涉记录同时失效' });
    expect(change.warning).toBeNull();
    await decide(api, approver, changeId, 'approve').expect(200);
    const told = (await toldTo(person)).join('\n');
    expect(told).toContain('与所涉记录同时失效');
    expect(told).not.toContain('可能再次');
    const { body } = await api.request.get('/api/v1/operator/overrides').set(rules.auth).expect(200);
    expect(body.items[0]).toMatchObject({ days: null, until: null, state: 'approved' });
  });

  test('lifts nothing later, also by a rule that does not ask what was known', async () => {
    const { rules: list } = await api.services.rules.at(api.clock.now());
    const fact = (id: string, source: string, kind: string, at: number) => ({
      id,
      source,
      kind,
      date: today(),
      validFrom: at,
      validUntil: null,
      recordedFrom: at,
      recordedUntil: null,
      weighedAt: at,
      batchId: '',
    });
    const now = api.clock.now();
    const verdict = judgeFacts({
      facts: [fact('lift', 'override', 'lift.fever', now), fact('new', 'fever', 'clinicVisit', now + 5)],
      rules: {
        version: 1,
        rules: list.map((rule) => ({
          ...rule,
          exemptions: rule.exemptions.map((one) => ({ ...one, onlyIfKnown: false })),
        })),
      },
      feedRules: api.services.feedRules,
      colours: api.services.colours,
      now: now + 10,
      zone: zone(),
    });
    expect(verdict.reasons).toMatchObject([{ rule: 'fever' }]);
  });

  test('can be proposed by hand for a lift, and never for a colour that is set', async () => {
    const person = await buildPerson(api.services);
    await buildFact(api.services, person.idNumber);
    api.clock.advance(1_000);
    const wish = liftWish([person.idNumber], { days: null });
    const { body } = await propose(api, 'operator', rules.auth, wish).expect(201);
    await decide(api, approver, body.changeId, 'approve').expect(200);
    expect((await ownCode(api, person)).reasons).toEqual([]);
    const refused = await propose(api, 'operator', rules.auth, orangeWish(undefined, { days: null }));
    expect(refused.status).toBe(400);
    expect(faultsOf(refused)).toHaveProperty('days');
  });

  test('is told to whoever registers later', async () => {
    const person = await buildPerson(api.services);
    const wish = liftWish([person.idNumber], { days: null });
    const { body } = await propose(api, 'operator', rules.auth, wish).expect(201);
    expect(await overridesOf(person.person, api.clock.now())).toHaveLength(0);
    await decide(api, approver, body.changeId, 'approve').expect(200);
    expect(await overridesOf(person.person, api.clock.now())).toHaveLength(1);
  });

  test('goes with the records it lifted when they are purged', async () => {
    const { factDays } = api.services.config.retention;
    const [ended, standing] = [
      await orangeFor('fever', 'clinicVisit'),
      await orangeFor('cases', 'confirmed'),
    ];
    await uphold(ended, 'fever', null);
    await uphold(standing, 'cases', null);
    const liftsOf = ({ person }: Applicant) =>
      api.services.database.select("SELECT kind FROM facts WHERE subject_index = ? AND source = 'override'", [
        person.identityIndex,
      ]);
    api.clock.advance((factDays - 5) * dayMs);
    await purgeFacts(api.services);
    expect(await liftsOf(ended)).toHaveLength(1);
    api.clock.advance(8 * dayMs);
    await purgeFacts(api.services);
    expect(await liftsOf(ended)).toHaveLength(0);
    expect(await liftsOf(standing)).toHaveLength(1);
    expect((await ownCode(api, standing)).reasons).toEqual([]);
  });
});

describe('a decision that ends before the reason does', () => {
  test('says so, and when, to the operator, the second person and whom it is about', async () => {
    const person = await orangeFor('fever', 'clinicVisit');
    const { id, changeId } = await proposed(person, 'fever', 10);
    const reasonEnd = startOfDay(addDays(today(), 15), zone());
    const { body } = await readAppeal(api, rules, id).expect(200);
    expect(body.ends).toEqual([{ rule: 'fever', until: reasonEnd }]);
    const change = await changeOf(changeId);
    expect(change.warning).toContain('可能再次变为橙码');
    expect(change.warning).toContain(minuteOf(reasonEnd));
    const approvedAt = api.clock.now();
    await decide(api, approver, changeId, 'approve').expect(200);
    const told = (await toldTo(person)).slice(-3).join('\n');
    expect(told).toContain(`${minuteOf(approvedAt + 10 * dayMs)} 起健康码可能再次变为橙码`);
    expect(told).toContain(minuteOf(reasonEnd));
  });

  test('of a record without an end says that it has none', async () => {
    const person = await orangeFor('cases', 'confirmed');
    const { id, changeId } = await proposed(person, 'cases', 30);
    expect((await readAppeal(api, rules, id).expect(200)).body.ends).toEqual([
      { rule: 'cases', until: null },
    ]);
    expect((await changeOf(changeId)).warning).toContain('没有截止时间');
  });

  test('one that ends after it says nothing of the kind', async () => {
    const person = await signedInPerson(api.services);
    await buildFact(api.services, person.idNumber, { date: addDays(today(), -10) });
    api.clock.advance(1_000);
    const { changeId } = await proposed(person, 'fever', 14);
    expect((await changeOf(changeId)).warning).toBeNull();
    await decide(api, approver, changeId, 'approve').expect(200);
    expect((await toldTo(person)).join('\n')).not.toContain('可能再次');
  });

  test('by hand the second person reads it in general, since nobody is looked up', async () => {
    const person = await buildPerson(api.services);
    const { body } = await propose(api, 'operator', rules.auth, liftWish([person.idNumber])).expect(201);
    const { facts } = await changeOf(body.changeId as string);
    expect(facts).toContainEqual({
      label: '有效期',
      value: '自批准起 7 天；届时仍有效的记录可能使健康码再次变色',
    });
  });
});

test('a decision without an end about another province holds back nothing once that record is over', () => {
  const lift = { source: 'override', kind: 'lift.national', validUntil: null, weighedAt: 100 };
  const said = { source: 'national', kind: 'notClear.red', validUntil: 200, recordedFrom: 50 };
  expect(openLiftOf('lift.national', 'national', [lift, said] as never, 150)).toBe(true);
  expect(openLiftOf('lift.national', 'national', [lift, said] as never, 250)).toBe(false);
  expect(openLiftOf('lift.national', 'national', [lift, { ...said, recordedFrom: 120 }] as never, 150)).toBe(
    false,
  );
});
