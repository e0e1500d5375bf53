import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { Person } from '../../../api/src/models/person';
import { buildFact } from '../../support/api/factories/buildFact';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ feeds: false });
});

afterAll(() => api.close());

test('without its feeds a code is unknown, never green; a fact is orange all the same', async () => {
  const [person, reported] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  await buildFact(api.services, reported.idNumber);
  const { body } = await api.request.get('/api/v1/me/code').set(person.auth).expect(200);
  const { body: orange } = await api.request.get('/api/v1/me/code').set(reported.auth).expect(200);

  expect(body).toMatchObject({ colour: 'unknown', reasons: [], asOf: null });
  expect(orange.colour).toBe('orange');
});

test('it stays unknown until the last required feed has delivered', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const required = api.services.feedRules.filter(({ requiredForGreen }) => requiredForGreen);
  const colours = [];
  for (const { source } of required) {
    const { body } = await api.request.get('/api/v1/me/code').set(auth).expect(200);
    colours.push(body.colour);
    await deliverFacts(api.services, { source, submittedBy: 'test', facts: [] });
  }
  const { body } = await api.request.get('/api/v1/me/code').set(auth).expect(200);

  expect(new Set(colours)).toEqual(new Set(['unknown']));
  expect(body.colour).toBe('green');
  expect(body.asOf).toBeGreaterThan(Date.now() - 60_000);
  expect((await Person.findByPk(person.id))?.colour).toBe('green');
});
