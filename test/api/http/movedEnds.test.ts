import { addDays, dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { explainPerson } from '../../../api/src/status/explain';
import { answer, submit, type Applicant } from '../../support/api/appeals';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { decide, ownCode } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let recomputer: Recomputer;
let rules: VerifiedStaff;
let approver: VerifiedStaff;
let households: FeedClient;
let sealed: FeedClient;
let arrivals: FeedClient;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  ({ rules, approver } = await operatorCrew(api.services));
  households = await buildFeedClient(api, 'households');
  sealed = await buildFeedClient(api, 'sealed');
  arrivals = await buildFeedClient(api, 'arrivals');
});

afterAll(() => api.close());

const day = (days: number) => addDays(dayOf(api.clock.now(), api.services.config.brand.zone), days);

async function settle(): Promise<void> {
  await recomputer.turn();
  await recomputer.turn();
  api.clock.advance(1_000);
}

async function reasonsOf(person: Applicant): Promise<string[]> {
  return (await ownCode(api, person)).reasons.map(({ rule }) => rule);
}

async function uphold(person: Applicant, rule: string): Promise<void> {
  const auth = await signIn(api.services, person);
  const { body: appeal } = await submit(api, { auth }, { rules: [rule] }).expect(201);
  const wish = { answer: '已核实。', reason: 'wrongIdentity', evidenceNumber: '核 1 号', days: null };
  const { body } = await answer(api, rules, appeal.id as string, 'uphold', wish).expect(200);
  await decide(api, approver, body.changeId as string, 'approve').expect(200);
  await settle();
}

async function reasonsThen({ person }: Applicant, at: number): Promise<string[]> {
  return (await explainPerson(api.services, person, at)).verdict.reasons.map(({ rule }) => rule);
}

describe('whoever two people found not to live in a sealed community', () => {
  test('stays green when the seal is extended, again and again, and not when a new one begins', async () => {
    const person = await signedInPerson(api.services);
    await households.deliver([
      { idNumber: person.idNumber, division: '350102', community: '移址花园', building: '3幢' },
    ]);
    const seal = (from: number, until: number) => ({
      division: '350102',
      community: '移址花园',
      building: '3幢',
      date: day(from),
      until: day(until),
    });
    await sealed.deliver([seal(-3, 8)]).expect(201);
    await settle();
    expect(await reasonsOf(person)).toEqual(['sealed']);
    const before = api.clock.now();
    await uphold(person, 'sealed');
    expect(await reasonsOf(person)).toEqual([]);

    await sealed.deliver([seal(-3, 13)]).expect(201);
    await settle();
    expect(await reasonsOf(person)).toEqual([]);
    await sealed.deliver([seal(-3, 20)]).expect(201);
    await settle();
    expect(await reasonsOf(person)).toEqual([]);
    expect(await reasonsThen(person, before)).toEqual(['sealed']);
    expect(await reasonsThen(person, api.clock.now())).toEqual([]);

    await sealed.deliver([seal(0, 20)]).expect(201);
    await settle();
    expect(await reasonsOf(person)).toEqual(['sealed']);
  });

  test('is not meant by a decision of before when the seal had been lifted between', async () => {
    const person = await signedInPerson(api.services);
    await households.deliver([
      { idNumber: person.idNumber, division: '350102', community: '重封花园', building: '1幢' },
    ]);
    const seal = { division: '350102', community: '重封花园', building: '1幢', date: day(-2), until: day(5) };
    await sealed.deliver([seal]).expect(201);
    await settle();
    await uphold(person, 'sealed');
    await sealed.deliver([]).expect(201);
    await settle();
    await sealed.deliver([{ ...seal, until: day(9) }]).expect(201);
    await settle();
    expect(await reasonsOf(person)).toEqual(['sealed']);
  });
});

test('an arrival whose row comes again with another end goes on, and a later arrival turns', async () => {
  const person = await signedInPerson(api.services);
  const row = { idNumber: person.idNumber, kind: 'arrived', date: day(-2), until: day(5) };
  await arrivals.deliver([row]).expect(201);
  await settle();
  expect(await reasonsOf(person)).toEqual(['arrivals']);
  await uphold(person, 'arrivals');
  await arrivals.deliver([{ ...row, until: day(9) }]).expect(201);
  await settle();
  expect(await reasonsOf(person)).toEqual([]);
  await arrivals.deliver([{ ...row, date: day(-1), until: day(9) }]).expect(201);
  await settle();
  expect(await reasonsOf(person)).toEqual(['arrivals']);
});
