import { buildPerson } from '../../support/api/factories/buildPerson';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { operatorCrew } from '../../support/api/factories/verifiedStaff';
import { orangeWish, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

test('whom a change is about reads that the operator looked at it, once an hour for each who looks', async () => {
  const { rules, approver } = await operatorCrew(api.services);
  const list = (auth: Auth) => api.request.get('/api/v1/operator/overrides').set(auth);
  const person = await buildPerson(api.services);
  const { body } = await propose(api, 'operator', rules.auth, orangeWish([person.idNumber])).expect(201);
  const look = () =>
    api.request.get(`/api/v1/operator/changes/${body.changeId}`).set(approver.auth).expect(200);
  await look();
  await look();
  await list(approver.auth).expect(200);
  await list(rules.auth).expect(200);
  const auth = await signIn(api.services, person);
  const read = await api.request.get('/api/v1/me/accesses').set(auth).expect(200);

  expect(read.body.items.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
    '核对颜色变更',
    '核对颜色变更',
  ]);
});
