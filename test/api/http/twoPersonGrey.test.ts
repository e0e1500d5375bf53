import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { allRoutes } from '../../../api/src/routes/allRoutes';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { buildFeedClient } from '../../support/api/feedClient';
import { startApi, type TestApi } from '../../support/api/testApi';
import { callerKinds } from '../../support/api/walk/callers';
import { asTheyWere, coloursOf, whatFollows } from '../../support/api/walk/colours';
import { clear, prepare } from '../../support/api/walk/stage';
import { Tally } from '../../support/api/walk/tally';
import { walk } from '../../support/api/walk/walk';
import { buildWorld, type World } from '../../support/api/walk/world';

jest.setTimeout(120_000);

/** Data of this one is missing, so that nobody is shown green. */
const silent = 'cases';
const grey = { ...asTheyWere, well: 'green unknown' };
const tried = [
  'nobody',
  'the resident himself (well)',
  'feeds of a unit of the kind operator',
  'rules of a unit of the kind operator',
  'owner of a unit of the kind hospital',
  'one person with every role of the operator',
  'whom it is about, with two accounts that have every role of the operator',
];

let api: TestApi;
let world: World;
const tally = new Tally();

beforeAll(async () => {
  cheapScrypt();
  for (const route of allRoutes) {
    // Nobody is kept from trying by how often he tries.
    route.limit = { points: 1_000_000, seconds: 60 };
  }
  api = await startApi({ feeds: false, settings: { ANXING_PROXY_HOPS: '1' } });
  for (const { source } of api.services.feedRules.filter((feed) => feed.source !== silent)) {
    await deliverFacts(api.services, { source, submittedBy: 'test', facts: [] });
  }
  world = await buildWorld(api);
  await whatFollows(world);
});

afterEach(() => clear(world));

afterAll(async () => {
  await world.jobs.stop();
  await api.close();
});

describe('while data is awaited, nobody is made green by', () => {
  const kinds = callerKinds.filter(({ name }) => tried.includes(name));

  test('each of those who try', () => {
    expect(kinds.map(({ name }) => name).sort()).toEqual([...tried].sort());
  });

  test.each(kinds)('$name', async ({ build }) => {
    expect(await coloursOf(world)).toEqual(grey);
    const caller = await build(world);
    await prepare(world, caller);
    await walk(world, caller, tally);
    await whatFollows(world);
    expect(await coloursOf(world)).toEqual(grey);
  });
});

test('the source itself does, once it delivers', async () => {
  expect(tally.answersOf('post /operator/feeds/{source}/uploads').done).toBeGreaterThan(0);
  const client = await buildFeedClient(api, silent, { channel: 'bureau' });
  expect(await coloursOf(world)).toEqual(grey);
  await client.deliver([]).expect(201);
  await whatFollows(world);

  expect(await coloursOf(world)).toEqual(asTheyWere);
});
