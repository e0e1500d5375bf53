import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Message } from '../../../api/src/models/message';
import { buildFact } from '../../support/api/factories/buildFact';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, ownCode, propose } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

test.each([
  ['the run in the background', true],
  ['the own look', false],
])('nobody is told of green while the code is grey: %s', async (_how, isRun) => {
  const { rules, approver } = await operatorCrew(api.services);
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  expect((await ownCode(api, person)).colour).toBe('orange');
  const { body } = await propose(api, 'operator', rules.auth, liftWish([person.idNumber])).expect(201);
  api.clock.advance(50 * hourMs);
  const later = { auth: await signIn(api.services, approver) };
  await decide(api, later, body.changeId, 'approve').expect(200);
  if (isRun) {
    await new Recomputer(api.services).turn();
  }
  expect((await ownCode(api, person)).colour).toBe('unknown');
  const told = await Message.findAll({
    where: { personId: person.person.id, kind: ['colour', 'colourUnknown'] },
  });
  expect(told.map(({ title }) => title).sort()).toEqual(['原因已解除，数据核验中', '您的健康码已变为橙码']);
});
