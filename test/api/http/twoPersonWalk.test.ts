import { allRoutes } from '../../../api/src/routes/allRoutes';
import type { Route } from '../../../api/src/web/route';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { startApi, type TestApi } from '../../support/api/testApi';
import { callerKinds, mightiest } from '../../support/api/walk/callers';
import { asTheyWere, coloursOf, whatFollows } from '../../support/api/walk/colours';
import { approveAll, clear, prepare } from '../../support/api/walk/stage';
import { Tally } from '../../support/api/walk/tally';
import { walk } from '../../support/api/walk/walk';
import { buildTargets, buildWorld, usualRules, type World } from '../../support/api/walk/world';

jest.setTimeout(120_000);

const hourMs = 3_600_000;
const [orange, green] = ['orange orange', 'green green'];

let api: TestApi;
let world: World;
const tally = new Tally();

beforeAll(async () => {
  cheapScrypt();
  for (const route of allRoutes) {
    // Nobody is kept from trying by how often he tries.
    route.limit = { points: 1_000_000, seconds: 60 };
  }
  api = await startApi({ settings: { ANXING_PROXY_HOPS: '1' } });
  world = await buildWorld(api);
  await whatFollows(world);
});

afterEach(() => clear(world));

afterAll(async () => {
  await world.jobs.stop();
  await api.close();
});

describe('no colour changes by', () => {
  test.each(callerKinds)('$name', async ({ build }) => {
    const caller = await build(world);
    await prepare(world, caller);
    await walk(world, caller, tally);
    await whatFollows(world);
    expect(await coloursOf(world)).toEqual(asTheyWere);
  });

  test('all of them, an hour later', async () => {
    await prepare(world, { isTarget: false });
    api.clock.advance(hourMs);
    await whatFollows(world);
    expect(await coloursOf(world)).toEqual(asTheyWere);
  });
});

test('everything was tried that can be done, by somebody who may', () => {
  expect(tally.neverDone().sort()).toEqual(
    [
      // There is no warning in these points.
      'post /unit/flow/warnings/{id}/acknowledge',
      // Staff are told something when somebody else decides.
      'post /unit/messages/{id}/read',
      // No key was approved, and nothing of what waited was proposed by another person.
      'post /operator/feeds/{source}/batches',
      'post /operator/feeds/{source}/keys/{id}/end',
      'post /operator/changes/{id}/approve',
      'post /operator/changes/{id}/reject',
      // Before it another conformance run has begun, which nobody has passed.
      'post /unit/device-models/{id}/agreement',
      // It takes the picture of a card.
      'post /scans/id-card',
      // A device signs each request; at a door it does what its unit's guards do.
      'post /device/conformance/{id}/key',
      'post /device/conformance/{id}/verdicts',
      'post /device/enrolments',
      'post /device/heartbeats',
      'post /device/scans',
      'post /device/scans/late',
    ].sort(),
  );
  expect(tally.times('too_many_requests')).toBeLessThan(100);
  expect(tally.answersOf('post /operator/changes/{id}/approve').change_own).toBeGreaterThan(50);
});

interface Way {
  by: string;
  which: RegExp;
  /** What the ill one, the one who arrived and the well one are afterwards. */
  becomes: string[];
}

/** The same tries as above, with another person who approves them: of new people each time. */
describe('with a second person, colours change by', () => {
  const ways: Way[] = [
    { by: 'a decision', which: /^\/operator\/overrides/, becomes: [green, green, orange] },
    { by: 'a decision that a unit proposes', which: /^\/unit\/overrides/, becomes: [green, green, orange] },
    { by: 'an appeal', which: /^\/operator\/appeals/, becomes: [green, green, green] },
    { by: 'files by hand', which: /\{source\}\/uploads$/, becomes: [green, green, orange] },
    { by: 'a batch that was held', which: /\/release$/, becomes: [orange, orange, orange] },
    { by: 'rules', which: /^\/operator\/rules(?!.*rollback)/, becomes: [green, green, orange] },
    { by: 'going back to other rules', which: /(dry-runs|rollback)$/, becomes: [green, green, orange] },
    { by: 'a level', which: /^\/operator\/regions/, becomes: [orange, orange, orange] },
  ];

  const within =
    ({ which }: Way) =>
    (route: Route) =>
      which.test(route.path);

  beforeEach(async () => {
    await usualRules(api);
    world.targets = await buildTargets(world);
    await whatFollows(world);
    await prepare(world, { isTarget: false });
  });

  test.each(ways)('$by', async (way) => {
    const caller = await mightiest.build(world);
    await walk(world, caller, tally, ['make', 'use', 'use'], within(way));
    expect(await approveAll(world)).toBeGreaterThan(0);
    await whatFollows(world);
    expect(Object.values(await coloursOf(world))).toEqual(way.becomes);
  });
});
