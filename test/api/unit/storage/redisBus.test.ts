import { BusMember } from '../../../support/api/busMember';
import { PrivateRedis } from '../../../support/api/privateRedis';
import { eventually } from '../../../support/e2e/eventually';

jest.setTimeout(40_000);

/** Longer than anything may go unnoticed, ms. */
const noticed = 2_000;

let redis: PrivateRedis;
let members: BusMember[] = [];

beforeAll(async () => {
  redis = await PrivateRedis.start();
});

afterEach(async () => {
  await Promise.all(members.map(({ bus }) => bus.close()));
  members = [];
});

afterAll(() => redis.stop());

function newMember(channel?: string): BusMember {
  const member = new BusMember(redis.url, channel);
  members.push(member);

  return member;
}

function meetAll(): void {
  members.forEach((member) => member.meet(members.filter((other) => other !== member)));
}

async function healthy(...some: BusMember[]): Promise<void> {
  await eventually(() => {
    meetAll();
    expect(some.map(({ bus }) => bus.isHealthy())).toEqual(some.map(() => true));
  }, 20_000);
}

async function unhealthy(...some: BusMember[]): Promise<void> {
  await eventually(() => {
    expect(some.map(({ bus }) => bus.isHealthy())).toEqual(some.map(() => false));
  }, noticed);
}

async function pair(): Promise<[BusMember, BusMember]> {
  const [one, other] = [newMember(), newMember()];
  await Promise.all([one.bus.open(), other.bus.open()]);
  await healthy(one, other);
  [one, other].forEach(({ heard }) => heard.splice(0));

  return [one, other];
}

test('what one tells comes at once to itself, and soon to the others, in its order and once', async () => {
  const [one, other] = await pair();
  const ids = Array.from({ length: 500 }, (_, nth) => `id ${nth}`);
  ids.forEach((id) => one.tell(id));
  one.bus.publish('flow', { unitId: 'u', pointIds: ['p', '字 \n'] });
  expect(one.ids).toEqual(ids);
  await eventually(() => expect(other.heard.at(-1)).toEqual({ unitId: 'u', pointIds: ['p', '字 \n'] }));
  expect(other.ids).toEqual(ids);
  expect(one.ids).toEqual(ids);
});

test('it is not healthy before it has heard itself and everybody who has a lease', async () => {
  const [one, other] = [newMember(), newMember()];
  expect(one.bus.isHealthy()).toBe(false);
  await one.bus.open();
  one.meet([other]);
  expect(one.bus.isHealthy()).toBe(false);

  await other.bus.open();
  await eventually(() => expect(one.bus.isHealthy()).toBe(true));
  expect(one.heard).toEqual(['gap']);
});

test('installations that share a Redis hear nothing of each other', async () => {
  const [one, stranger] = [newMember('a'), newMember('b')];
  await Promise.all([one.bus.open(), stranger.bus.open()]);
  one.meet([]);
  stranger.meet([]);
  await eventually(() => expect([one, stranger].map(({ bus }) => bus.isHealthy())).toEqual([true, true]));
  stranger.tell('x');
  one.tell('y');
  await eventually(async () => {
    expect(await redis.ask((client) => client.pubsub('NUMSUB', 'a', 'b'))).toEqual(['a', 1, 'b', 1]);
  });
  one.bus.publishGap();
  expect([one.ids, stranger.ids, stranger.gaps]).toEqual([['y'], ['x'], 1]);
});

describe.each([
  ['was killed', () => redis.stop(), () => redis.start()],
  ['hangs', async () => redis.freeze(), async () => redis.thaw()],
])('when Redis %s', (_what, takeAway, giveBack) => {
  test('all are unhealthy soon; what was told meanwhile is heard or forgotten, and nothing is missed after', async () => {
    const [one, other] = await pair();
    one.tell('before');
    await eventually(() => expect(other.ids).toEqual(['before']));

    await takeAway();
    one.tell('while away');
    expect(one.ids).toEqual(['before', 'while away']);
    await unhealthy(one, other);
    other.tell('from the other');
    await new Promise((done) => setTimeout(done, 3_000));
    expect([one, other].map(({ bus, gaps }) => [bus.isHealthy(), gaps])).toEqual([
      [false, 0],
      [false, 0],
    ]);

    await giveBack();
    await healthy(one, other);
    expect(Math.min(one.gaps, other.gaps)).toBeGreaterThan(0);
    const [before, gaps] = [other.heard.length, other.gaps];
    one.tell('after');
    one.tell('and after');
    await eventually(() => expect(other.ids.at(-1)).toBe('and after'));
    expect(other.heard.slice(before)).toHaveLength(2);
    expect([other.gaps, other.bus.isHealthy()]).toEqual([gaps, true]);
    await eventually(() => {
      expect(one.warn.mock.calls.map(([{ bus }]) => bus)).toEqual(['unhealthy', 'healthy']);
    });
  });
});

test('a connection that was cut is made again, and nobody relies on what they knew', async () => {
  const [one, other] = await pair();
  await redis.ask((client) => client.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));
  await eventually(() => expect([one, other].map(({ bus }) => bus.isHealthy())).toEqual([false, false]));
  await healthy(one, other);
  expect([one.gaps, other.gaps]).toEqual([1, 1]);
  await redis.ask((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
  one.tell('after');
  await eventually(() => expect(other.ids).toEqual(['after']));
  await healthy(one, other);
});

describe('another process', () => {
  test('that falls silent while it has a lease makes the rest unhealthy, until it has none', async () => {
    const [one, other] = await pair();
    // As if it had died: no goodbye, no heartbeat.
    jest.spyOn(other.bus as unknown as { beat(): void }, 'beat').mockImplementation(() => undefined);
    await unhealthy(one);
    expect(one.gaps).toBe(0);

    one.meet([]);
    await eventually(() => expect(one.bus.isHealthy()).toBe(true));
    expect(one.gaps).toBe(1);
  });

  test('that says goodbye is not missed, though it still has a lease', async () => {
    const [one, other] = await pair();
    other.tell('last');
    await other.bus.close();
    await eventually(() => expect(one.ids).toEqual(['last']));
    await new Promise((done) => setTimeout(done, noticed));
    one.meet([other]);
    expect([one.bus.isHealthy(), one.gaps]).toEqual([true, 0]);
  });

  test('that only adds need not be heard', async () => {
    const one = newMember();
    await one.bus.open();
    one.meet([newMember()], 'adding');
    await eventually(() => {
      one.meet([], 'adding');
      expect(one.bus.isHealthy()).toBe(true);
    });
  });

  test('that says that anything may have changed makes all forget', async () => {
    const [one, other] = await pair();
    other.bus.publishGap();
    expect(other.gaps).toBe(1);
    await eventually(() => expect([one.gaps, one.bus.isHealthy()]).toEqual([1, true]));
  });
});

test('what was never told, or is not understood, makes all forget', async () => {
  const [one, other] = await pair();
  const say = (text: string) => redis.ask((client) => client.publish('test', text));
  await say(`${other.owner} 7 changes []`);
  await eventually(() => expect(one.gaps).toBe(1));
  for (const text of ['', 'x', `${other.owner} 8 changes {`, 'nobody 1 changes nonsense']) {
    await say(text);
  }
  await eventually(() => expect(one.gaps).toBe(5));
  expect(one.ids).toEqual([]);
});

test('who is kept from listening knows it at once, and forgets before it relies on anything', async () => {
  const [one] = await pair();
  const until = performance.now() + noticed;
  while (performance.now() < until) {
    // As a paused process, it does nothing else.
  }
  expect(one.bus.isHealthy()).toBe(false);
  await eventually(() => expect([one.bus.isHealthy(), one.gaps]).toEqual([true, 1]));
});

test('without a lease it is unhealthy, however well it hears', async () => {
  const [one] = await pair();
  one.isHeld = false;
  expect(one.bus.isHealthy()).toBe(false);
  one.regain();
  await eventually(() => expect([one.bus.isHealthy(), one.gaps]).toEqual([true, 1]));
});

test('more than can be kept is dropped, and the others notice', async () => {
  const [one, other] = await pair();
  redis.freeze();
  await unhealthy(one);
  const large = 'x'.repeat(100_000);
  for (let nth = 0; nth < 60; nth += 1) {
    one.tell(large);
  }
  redis.thaw();
  await healthy(one, other);
  one.tell('next');
  await eventually(() => expect(other.ids.at(-1)).toBe('next'));
  expect(other.gaps).toBeGreaterThan(0);
});
