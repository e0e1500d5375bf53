import fc from 'fast-check';

import { feedKeyEndHandler } from '../../../api/src/commands/feeds/proposeKeyEnd';
import { revokeFeedKey } from '../../../api/src/commands/feeds/revokeFeedKey';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { writeAs } from '../../../api/src/context';
import type { Change } from '../../../api/src/models/change';
import { FeedKey } from '../../../api/src/models/feedKey';
import { Person } from '../../../api/src/models/person';
import { currentStatus } from '../../../api/src/status/currentStatus';
import { judgePersons } from '../../../api/src/status/judgePersons';
import { readerOf } from '../../../api/src/status/storedFacts';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { system } from '../../support/api/factories/buildUnit';
import { anyTold } from '../../support/api/riskStory/anyTold';
import { anyBefore, deliverAll, numbered } from '../../support/api/riskStory/deliverAll';
import { anySteps, changeRules, checkThere, decide, raise } from '../../support/api/riskStory/history';
import { inOrder, plainReasons } from '../../support/api/riskStory/oracle';
import { RiskStage } from '../../support/api/riskStory/riskStage';
import type { Told } from '../../support/api/riskStory/told';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
/** A few long stories, the same ones each time; with ANXING_STORIES and ANXING_SEED as many others as wanted. */
const few = {
  endOnFailure: true,
  seed: Number(process.env.ANXING_SEED ?? 20_261_121),
  numRuns: Number(process.env.ANXING_STORIES ?? 5),
};

jest.setTimeout(40_000 * few.numRuns);

let api: TestApi;

beforeAll(async () => {
  // The sources of long stories come from many addresses: of one, many refusals in a minute shut it out.
  api = await startApi({ settings: { ANXING_PROXY_HOPS: '1' } });
  await ensureFirstRules(api.services);
});

afterAll(() => api.close());

/** Everybody's colour and why, in the fewest words. */
async function endOf(stage: RiskStage) {
  await stage.settle();
  const stored = await stage.storedOfAll();

  return stored.map(({ colour, reasons }) => ({ colour, reasons: inOrder(stage.plain(reasons)) }));
}

function plainEnd(stage: RiskStage, told: Told) {
  const day = stage.dayAt(api.clock.now());

  return stage.people.map((_person, at) => {
    const reasons = inOrder(plainReasons(told, at, day));

    return { colour: reasons.length > 0 ? 'orange' : 'green', reasons };
  });
}

test('whatever comes in which order, with turns and derivations in between: the same colours in the end', async () => {
  const orders = anyTold.chain((told) => {
    const all = numbered(told);
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });

    return fc.tuple(fc.constant(told), shuffled, anyBefore);
  });
  await fc.assert(
    fc.asyncProperty(orders, async ([told, shuffled, before]) => {
      const [one, other] = [await RiskStage.build(api), await RiskStage.build(api)];
      await deliverAll(one, numbered(told));
      await deliverAll(other, shuffled, before);
      const end = await endOf(one);
      expect(await endOf(other)).toEqual(end);
      expect(end).toEqual(plainEnd(one, told));
    }),
    few,
  );
});

test('what was known then, judged again, is what was said then', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const stage = await RiskStage.build(api);
      const said: { at: number; verdicts: object[] }[] = [];
      for (const step of steps) {
        const { batch, sequence } = step.delivery;
        await stage.deliver(batch, { sequence });
        await decide(stage, step);
        if (step.rules !== null) {
          await changeRules(api.services, step.rules);
        }
        await raise(stage, step);
        await checkThere(stage, step);
        api.clock.advance(step.hours * hourMs);
        await stage.settle();
        said.push({ at: api.clock.now(), verdicts: await stage.storedOfAll() });
        api.clock.advance(1);
      }
      const persons = stage.people.map(({ person }) => person);
      const reader = readerOf(api.services.database);
      for (const { at, verdicts } of said) {
        const rules = await api.services.rules.at(at);
        const again = await judgePersons(api.services, reader, { persons, rules, now: at, knownAt: at });
        expect(persons.map(({ id }) => again.get(id))).toEqual(verdicts);
      }
    }),
    few,
  );
});

/** The last moments of days, and the first ones of the next, that are still to come. */
function turnsOfDays(stage: RiskStage, days: readonly number[]): number[] {
  return days
    .flatMap((day) => [stage.startOf(day) - 1, stage.startOf(day)])
    .filter((instant) => instant >= api.clock.now());
}

test('at any time everybody has the reasons that a plain reading gives, and none of them is past its end', async () => {
  await changeRules(api.services, 'configured');
  const anyDays = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(anyTold, anyDays, async (told, days) => {
      const stage = await RiskStage.build(api);
      await deliverAll(stage, numbered(told));
      await stage.settle();
      const persons = stage.people.map(({ person }) => person);
      const reader = readerOf(api.services.database);
      const rules = await api.services.rules.at(api.clock.now());
      for (const now of turnsOfDays(stage, days)) {
        const verdicts = await judgePersons(api.services, reader, { persons, rules, now });
        const found = persons.map(({ id }) => inOrder(stage.plain(verdicts.get(id)?.reasons ?? [])));
        expect(found).toEqual(
          persons.map((_person, at) => inOrder(plainReasons(told, at, stage.dayAt(now)))),
        );
      }
    }),
    few,
  );
});

const cities = ['north', 'south'] as const;

/** Nobody is expected to deliver any more. */
async function retireAll(): Promise<void> {
  const keys = await FeedKey.findAll({ where: { state: 'active' } });
  for (const { source, id } of keys) {
    await revokeFeedKey(api.services, system, { source, id });
  }
  const awaited = await FeedKey.findAll({ where: { state: 'awaited' } });
  for (const { id: subject } of awaited) {
    await writeAs(api.services, system, (scene) =>
      feedKeyEndHandler.apply(api.services, scene, { subject } as Change),
    );
  }
}

/** Feeds that must not be late, each of two cities, with sources that go on delivering nothing. */
class Punctuality {
  private readonly newest = new Map<string, number>();

  private readonly clients = new Map<string, FeedClient>();

  readonly required = api.services.feedRules.filter(({ requiredForGreen }) => requiredForGreen);

  async begin(): Promise<void> {
    for (const { source } of this.required) {
      for (const city of cities) {
        const name = `${source} ${city}`;
        this.clients.set(name, await buildFeedClient(api, source, { channel: city }));
        // Until it delivers, a deliverer counts from when its key did.
        this.newest.set(name, api.clock.now());
      }
    }
  }

  /** Data of some hours ago; older data than the last is refused. */
  async deliver(source: string, city: string, asOf: number): Promise<void> {
    const name = `${source} ${city}`;
    const client = this.clients.get(name);
    const answer = await client?.deliver([], { asOf });
    if (answer?.status === 201) {
      this.newest.set(name, asOf);
    } else {
      client?.rewind();
    }
  }

  isAnyLate(now: number): boolean {
    return this.required.some(({ source, lateAfterHours }) =>
      cities.some(
        (city) => now - Number(this.newest.get(`${source} ${city}`)) >= Number(lateAfterHours) * hourMs,
      ),
    );
  }
}

test('a feed that is late for one of its deliverers makes nobody green', async () => {
  const feeds = new Punctuality();
  const stage = await RiskStage.build(api);
  const isIll = ({ id }: Person) => id === stage.people[0]?.person.id;
  await stage.deliver({
    source: 'cases',
    rows: [{ person: 0, kind: 'confirmed', ago: 0, until: null, operation: 'add' }],
  });
  await retireAll();
  await feeds.begin();
  const anyDelivery = fc.record({
    hours: fc.integer({ min: 0, max: 20 }),
    source: fc.constantFrom(...feeds.required.map(({ source }) => source)),
    city: fc.constantFrom(...cities),
    age: fc.integer({ min: 0, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyDelivery, { minLength: 4, maxLength: 10 }), async (deliveries) => {
      for (const { hours, source, city, age } of deliveries) {
        api.clock.advance(hours * hourMs);
        await feeds.deliver(source, city, api.clock.now() - age * hourMs);
        await stage.settle();
        const isLate = feeds.isAnyLate(api.clock.now());
        const persons = await Person.findAll({ where: { id: stage.people.map(({ person }) => person.id) } });
        const statuses = await currentStatus(api.services, persons);
        const colours = persons.map((person) => statuses.get(person.id)?.colour);
        expect(colours).toEqual(
          persons.map((person) => (isIll(person) ? 'orange' : isLate ? 'unknown' : 'green')),
        );
      }
    }),
    { ...few, numRuns: 2 * few.numRuns },
  );
});
