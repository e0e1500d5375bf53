import { purgeAppeals } from '../../../api/src/jobs/purgeAppeals';
import { Change } from '../../../api/src/models/change';
import { answer, buildAppeal } from '../../support/api/appeals';
import { signIn } from '../../support/api/factories/signIn';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeEach(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.close());

const tables = ['appeals', 'appeal_events', 'evidence', 'overrides', 'override_people'];

async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const table of tables) {
    const [row] = await api.services.database.select(`SELECT COUNT(*) AS n FROM ${table}`);
    found.push(Number(row?.n));
  }

  return found;
}

async function outlive(days: number): Promise<void> {
  api.clock.advance(days * dayMs);
  await purgeAppeals(api.services);
}

test('appeals and changes by hand go with all they hold; their number stays', async () => {
  const { appealDays } = api.services.config.retention;
  const { id } = await buildAppeal(api);
  const upheld = await answer(api, rules, id, 'uphold').expect(200);
  const changeId = upheld.body.changeId as string;
  await decide(api, approver, changeId, 'approve').expect(200);
  expect(await counts()).toEqual([1, 3, 1, 1, 1]);

  await outlive(appealDays - 1);
  expect(await counts()).toEqual([1, 3, 1, 1, 1]);
  await outlive(2);
  expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  const change = await Change.findByPk(changeId);
  expect(change).toMatchObject({ state: 'approved', facts: null, remark: null, about: '[]', evidence: '[]' });
  await outlive(1);

  const auth = await signIn(api.services, approver);
  const listed = await api.request.get('/api/v1/operator/changes').set(auth).expect(200);
  expect(listed.body.items).toMatchObject([{ id: changeId, facts: [], evidence: [] }]);
  const again = { auth: await signIn(api.services, rules) };
  const overrides = await api.request.get('/api/v1/operator/overrides').set(again.auth).expect(200);
  expect(overrides.body.items).toEqual([]);
});

test('what is not over stays, however old', async () => {
  const { appealDays } = api.services.config.retention;
  await buildAppeal(api);
  await propose(api, 'operator', rules.auth, liftWish()).expect(201);
  await outlive(appealDays + 100);
  expect(await counts()).toEqual([1, 1, 1, 1, 1]);
});
