import { verifiedPerson } from '../../../api/src/commands/changes/verifiedPerson';
import { demoResidents, demoStaff } from '../../../api/src/demo/demoPeople';
import { prepareDemo } from '../../../api/src/demo/prepareDemo';
import { Staff } from '../../../api/src/models/staff';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { signIn } from '../../support/api/factories/signIn';
import { decide, orangeWish, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi();
  await prepareDemo(api.services);
}, 20_000);

afterAll(() => api.close());

async function staffOf(role: string): Promise<Staff> {
  const phone = demoStaff.find((one) => one.role === role)?.phone ?? '';

  return Staff.findOne({ where: { phoneIndex: api.services.index.phone(phone) }, rejectOnEmpty: true });
}

test('whoever takes part in what needs two people is verified, and everybody is somebody else', async () => {
  const roles = ['manager', 'counter', 'operator', 'feeds', 'rules', 'approver', 'approver-other'];
  const persons = [];
  for (const role of roles) {
    persons.push((await verifiedPerson(await staffOf(role)))?.id);
  }
  expect(persons).not.toContain(undefined);
  expect(new Set(persons).size).toBe(roles.length);
});

test('one proposes a change of colour, another one approves it', async () => {
  const [rules, approver] = [await staffOf('rules'), await staffOf('approver')];
  const auth = await signIn(api.services, { staff: rules });
  const { body } = await propose(api, 'operator', auth, orangeWish()).expect(201);
  const second = { auth: await signIn(api.services, { staff: approver }) };
  await decide(api, second, body.changeId, 'approve').expect(200);
});

test('the clerk of the community tells why a code is orange whose owner stands at the counter', async () => {
  const orange = demoResidents.find(({ role }) => role === 'resident-orange')?.person;
  const auth = await signIn(api.services, { staff: await staffOf('counter') });
  const body = { idType: 'resident', name: orange?.name, idNumber: orange?.idNumber, present: true };
  const answer = await api.request.post('/api/v1/unit/reasons').set(auth).send(body).expect(200);
  expect(answer.body.own).toMatchObject({ colour: 'orange', reasons: [{ kindName: expect.any(String) }] });
});
