import { createPerson } from '../../../api/src/commands/joinPerson';
import { writeAs } from '../../../api/src/context';
import { Message } from '../../../api/src/models/message';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber, inventName } from '../../support/api/invented';
import { decide, orangeWish, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function turnOrange(idNumber: string): Promise<void> {
  const unit = await buildUnit(api.services, { kind: 'operator' });
  const author = await verifiedStaff(api.services, { unit, roles: ['rules'] });
  const second = await verifiedStaff(api.services, { roles: ['approver'] });
  const { body } = await propose(api, 'operator', author.auth, orangeWish([idNumber])).expect(201);
  await decide(api, second, body.changeId, 'approve').expect(200);
}

/** Somebody registers. @returns titles of what he finds in his inbox */
async function register(idNumber: string): Promise<string[]> {
  const claim = { idType: 'resident' as const, name: inventName(), idNumber };
  const { id } = await writeAs(api.services, system, (scene) => createPerson(api.services, scene, claim));
  const messages = await Message.findAll({ where: { personId: id, kind: 'override' } });

  return messages.map(({ body }) => body);
}

test('whoever registers after two people decided about him reads what, why and until when', async () => {
  const idNumber = inventIdNumber();
  await turnOrange(idNumber);
  const [body, ...more] = await register(idNumber);
  expect(more).toEqual([]);
  expect(body).toContain('现场');
  expect(body).toContain('有效至');
});

test('what is over is told to nobody', async () => {
  const idNumber = inventIdNumber();
  await turnOrange(idNumber);
  api.clock.advance(31 * 86_400_000);
  expect(await register(idNumber)).toEqual([]);
});

test('the reason of the colour names the reason of the decision', async () => {
  const person = await signedInPerson(api.services);
  await turnOrange(person.idNumber);
  const { body } = await api.request.get('/api/v1/me/reasons').set(person.auth).expect(200);
  expect(body.reasons).toHaveLength(1);
  expect(body.reasons[0].kindName).toMatch(/（理由：.*现场.*）$/);
});
