import { dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let usual: object;

beforeEach(async () => {
  api = await startApi();
  const { turning } = api.services.config.policy;
  usual = { ...turning };
  Object.assign(turning, { people: 3, share: 0 });
});

afterEach(async () => {
  Object.assign(api.services.config.policy.turning, usual);
  await api.close();
});

/** Two people more. @returns whether the batch counts or waits */
async function deliverTwo(client: FeedClient): Promise<string> {
  const two = [await buildPerson(api.services), await buildPerson(api.services)];
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  const { body } = await client.deliver(two.map(({ idNumber }) => ({ idNumber, date }))).expect(201);

  return body.batch.state as string;
}

test.each([
  ['judged', true],
  ['not yet judged', false],
])("a deliverer's batches of a day are counted together, their people %s", async (_how, isJudged) => {
  const north = await buildFeedClient(api, 'fever', { channel: 'north' });
  const south = await buildFeedClient(api, 'fever', { channel: 'south' });
  expect(await deliverTwo(north)).toBe('inForce');
  if (isJudged) {
    await new Recomputer(api.services).turn();
  }
  expect(await deliverTwo(north)).toBe('waiting');
  // Another one is another one, and tomorrow is another day.
  expect(await deliverTwo(south)).toBe('inForce');
  api.clock.advance(25 * hourMs);
  await new Recomputer(api.services).turn();
  expect(await deliverTwo(south)).toBe('inForce');
});
