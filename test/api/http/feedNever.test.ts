import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { currentStatus } from '../../../api/src/status/currentStatus';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildFeedClient } from '../../support/api/feedClient';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ feeds: false });
});

afterAll(() => api.close());

test('a feed of which nothing ever came makes nobody green, whoever has a key', async () => {
  for (const { source } of api.services.feedRules.filter((feed) => feed.source !== 'cases')) {
    await deliverFacts(api.services, { source, submittedBy: 'test', facts: [] });
  }
  const { person } = await buildPerson(api.services);
  const colour = async () => (await currentStatus(api.services, [person])).get(person.id)?.colour;
  const north = await buildFeedClient(api, 'cases', { channel: 'north' });
  expect(await colour()).toBe('unknown');

  await north.deliver([]).expect(201);
  expect(await colour()).toBe('green');
});
