import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signIn } from '../../support/api/factories/signIn';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, ownCode, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

describe('what comes between proposal and approval', () => {
  const positive = { source: 'tests', kind: 'nucleicPositive' };
  const lift = (idNumber: string) =>
    propose(
      api,
      'operator',
      rules.auth,
      liftWish([idNumber], { kind: 'lift.positiveTest', reason: 'wrongIdentity' }),
    ).expect(201);

  test('nobody weighed: it is not lifted', async () => {
    const person = await buildPerson(api.services);
    await buildFact(api.services, person.idNumber, positive);
    const { body } = await lift(person.idNumber);
    api.clock.advance(1_000);
    await buildFact(api.services, person.idNumber, { ...positive });
    api.clock.advance(1_000);
    await decide(api, approver, body.changeId, 'approve').expect(200);
    expect(await ownCode(api, person)).toMatchObject({
      colour: 'orange',
      reasons: [{ rule: 'positiveTest' }],
    });
  });

  test('what was on record before the proposal is lifted, however late it is approved', async () => {
    const person = await buildPerson(api.services);
    await buildFact(api.services, person.idNumber, positive);
    await buildFact(api.services, person.idNumber, { ...positive });
    api.clock.advance(1_000);
    const { body } = await lift(person.idNumber);
    api.clock.advance(3_600_000);
    const later = { auth: await signIn(api.services, approver) };
    await decide(api, later, body.changeId, 'approve').expect(200);
    expect((await ownCode(api, person)).reasons).toEqual([]);
  });
});
