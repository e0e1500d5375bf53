import { dayOf } from '../../../api/src/base/days';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { Message } from '../../../api/src/models/message';
import { answer, ownAppeal, sendPicture, submit, type Applicant } from '../../support/api/appeals';
import { buildFeedClient } from '../../support/api/feedClient';
import { approveRules } from '../../support/api/approvedRules';
import { buildFact } from '../../support/api/factories/buildFact';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, ownCode } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;
let person: Applicant;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  ({ rules, approver } = await operatorCrew(api.services));
  await approveRules(api.services, (list) =>
    list.flatMap((rule) =>
      rule.id === 'fever'
        ? [
            rule,
            { ...rule, id: 'feverChild', reason: '自定义规则' },
            { ...rule, id: 'strict', reason: '自定义严格规则', exemptions: [] },
          ]
        : [rule],
    ),
  );
});

beforeEach(async () => {
  person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
});

afterAll(() => api.close());

async function appeal(...contested: string[]): Promise<string> {
  const wish = { rules: contested, pictures: [await sendPicture(api, person)] };

  return (await submit(api, person, wish).expect(201)).body.id;
}

const wish = { answer: '经核查，不是本人。', reason: 'wrongIdentity', days: 14 };

async function toldLast(): Promise<string> {
  const told = await Message.findAll({
    where: { personId: person.person.id, kind: 'appeal' },
    order: ['id'],
  });

  return told.at(-1)?.body ?? '';
}

test('a rule is lifted by what it says itself, whatever it is called', async () => {
  const id = await appeal('feverChild');
  const { body } = await answer(api, rules, id, 'uphold', wish).expect(200);
  await decide(api, approver, body.changeId, 'approve').expect(200);
  expect((await ownCode(api, person)).reasons.map(({ rule }) => rule)).toEqual(['strict']);
  expect(await toldLast()).toContain('“自定义规则”');
});

test('what nothing lifts is not upheld, and the other reasons can be', async () => {
  const id = await appeal('fever', 'strict');
  const { body: read } = await api.request.get(`/api/v1/operator/appeals/${id}`).set(rules.auth).expect(200);
  expect(read.lifts).toEqual([
    { rule: 'fever', kinds: expect.arrayContaining(['lift.fever']) },
    { rule: 'strict', kinds: [] },
  ]);
  const refused = await answer(api, rules, id, 'uphold', wish).expect(409);
  expect(refused.body.error).toMatchObject({
    code: 'appeal_no_lift',
    fields: [{ path: 'rules', message: expect.stringContaining('“自定义严格规则”') }],
  });
  await answer(api, rules, id, 'uphold', { ...wish, rules: ['medicine'] }).expect(400);

  const { body } = await answer(api, rules, id, 'uphold', { ...wish, rules: ['fever'] }).expect(200);
  await decide(api, approver, body.changeId, 'approve').expect(200);
  expect((await ownAppeal(api, person, id)).state).toBe('upheld');
  expect(await toldLast()).toMatch(
    /^您申诉的记录不再影响健康码：“14 天内有发热门诊就诊记录”。.*“自定义严格规则”未解除/,
  );
});

test('reasons without anything in common are upheld one by one', async () => {
  await buildFact(api.services, person.idNumber, { source: 'override', kind: 'set.orange' });
  const id = await appeal('manual', 'fever');
  await answer(api, rules, id, 'uphold', wish).expect(400);
  const chosen = { ...wish, reason: 'wrongDecision', rules: ['manual'] };
  const { body } = await answer(api, rules, id, 'uphold', chosen).expect(200);
  await decide(api, approver, body.changeId, 'approve').expect(200);
  expect((await ownCode(api, person)).reasons.map(({ rule }) => rule)).not.toContain('manual');
});

test('where another source has told the same since, the message is true, and that record can be contested', async () => {
  const other = await signedInPerson(api.services);
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  const [one, two] = [
    await buildFeedClient(api, 'medicine', { channel: 'one' }),
    await buildFeedClient(api, 'medicine', { channel: 'two' }),
  ];
  const row = { idNumber: other.idNumber, drugCode: 'N02BE01', date };
  await one.deliver([row]).expect(201);
  const { body: contested } = await submit(api, other, { rules: ['medicine'] }).expect(201);
  const { body } = await answer(api, rules, contested.id, 'uphold', {
    ...wish,
    evidenceNumber: 'x1',
    days: null,
  }).expect(200);
  api.clock.advance(1);
  await two.deliver([row]).expect(201);
  await decide(api, approver, body.changeId, 'approve').expect(200);
  expect((await ownCode(api, other)).reasons.map(({ rule }) => rule)).toEqual(['medicine']);
  person = other;
  expect(await toldLast()).toMatch(/^您申诉的记录不再影响健康码：.*另有记录（可能是其他来源的同类记录）/);
  expect(await toldLast()).not.toContain('已解除');
  await submit(api, other, { rules: ['medicine'] }).expect(201);
});
