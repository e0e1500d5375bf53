import { judgeThese } from '../../../api/src/commands/risk/recompute/judgeThese';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { refreshStatus } from '../../../api/src/commands/refreshStatus';
import { startRecompute } from '../../../api/src/commands/risk/startRecompute';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { writeAs } from '../../../api/src/context';
import { notJudged, Person } from '../../../api/src/models/person';
import { approveRules } from '../../support/api/approvedRules';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPeople, deliverAbout } from '../../support/api/factories/buildPeople';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let recomputer: Recomputer;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  await ensureFirstRules(api.services);
  await recomputer.turn();
});

afterAll(() => api.close());

const reversed = () => approveRules(api.services, (rules) => rules.toReversed());

describe('a run over everybody', () => {
  async function newestRun(): Promise<object | undefined> {
    const [run] = await api.services.database.select(
      'SELECT state, done, changed FROM recomputes ORDER BY id DESC LIMIT 1',
    );

    return run;
  }

  async function judgeEverybody(): Promise<void> {
    await writeAs(api.services, system, (scene) =>
      startRecompute(api.services, scene, { cause: 'regions', subject: 'daily' }),
    );
    await recomputer.turn();
  }

  test('is past whoever has no facts and a row that says so, without judging them', async () => {
    await recomputer.turn();
    const plain = await buildPeople(api.services, 30);
    const [reported] = await buildPeople(api.services, 1);
    await buildFact(api.services, reported?.idNumber ?? '');
    await recomputer.turn();
    await reversed();
    await recomputer.turn();
    // Whoever is judged is told of, when other rules have written the row: what looks found goes with it.
    const told: string[] = [];
    const end = api.services.bus.subscribe('changes', (changes) => told.push(...changes.map(({ id }) => id)));
    await judgeEverybody();
    end();

    expect(told).toContain(reported?.person.id);
    expect(plain.filter(({ person }) => told.includes(person.id))).toEqual([]);
    expect(await newestRun()).toMatchObject({ state: 'done', done: await Person.count(), changed: 0 });
  });

  test.each([
    ['another colour', { colour: 'orange' }],
    ['reasons', { reasons: '[{"rule":"gone"}]' }],
    ['an end', { colourUntil: 9_999_999_999_999 }],
  ])('corrects a row of somebody without facts that says %s', async (_what, values) => {
    const [person] = await buildPeople(api.services, 1);
    await Person.update(values, { where: { id: person?.person.id ?? '' } });
    await judgeEverybody();

    const row = await Person.findByPk(person?.person.id ?? '');
    expect([row?.colour, row?.reasons, row?.colourUntil]).toEqual(['green', '[]', null]);
  });

  test('counts everybody once in slices that end between those who are judged', async () => {
    const people = await buildPeople(api.services, 45);
    await deliverAbout(
      api.services,
      people.filter((_, i) => i % 3 === 0),
    );
    await buildPeople(api.services, 130);
    await recomputer.turn();
    await judgeEverybody();

    expect(await newestRun()).toMatchObject({ state: 'done', done: await Person.count(), changed: 0 });
  });
});

describe('somebody whose document cannot be opened, while a rule asks for the age', () => {
  async function buildUnreadable(): Promise<BuiltPerson> {
    const [person] = await buildPeople(api.services, 1);
    await buildFact(api.services, person?.idNumber ?? '');
    await Person.update({ idNumber: 'v1.torn' }, { where: { id: person?.person.id ?? '' } });
    if (!person) {
      throw new Error('nobody was built');
    }

    return person;
  }

  /** Judged by other rules, which ask for the age. */
  async function agedRules(): Promise<number> {
    return approveRules(api.services, (rules) =>
      rules.map((rule) => (rule.id === 'fever' ? { ...rule, ages: { from: 0, to: 120 } } : rule)),
    );
  }

  test('keeps nobody else from being judged, and stays without a verdict', async () => {
    const unreadable = await buildUnreadable();
    const neighbours = await buildPeople(api.services, 3);
    await deliverAbout(api.services, neighbours);
    const version = await agedRules();
    await recomputer.turn();

    expect(
      await Promise.all(neighbours.map(async ({ person }) => (await Person.findByPk(person.id))?.colour)),
    ).toEqual(['orange', 'orange', 'orange']);
    expect(await Person.findByPk(unreadable.person.id)).toMatchObject({ ruleVersion: notJudged });
    expect(await api.services.rules.at(api.clock.now())).toMatchObject({ version, isJudged: true });
  });

  test('is refused by itself when several are looked at together', async () => {
    const unreadable = await buildUnreadable();
    const [neighbour] = await buildPeople(api.services, 1);
    await agedRules();
    const people = await Promise.all(
      [unreadable, neighbour].map((one) => Person.findByPk(one?.person.id ?? '')),
    );
    const looks = await Promise.allSettled(
      people.map((person) => person && refreshStatus(api.services, person)),
    );

    expect(looks.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

test('batches that come again and again do not keep a run over everybody for ever', async () => {
  const people = await buildPeople(api.services, 4);
  await recomputer.turn();
  await writeAs(api.services, system, (scene) =>
    startRecompute(api.services, scene, { cause: 'regions', subject: 'daily' }),
  );
  for (const person of people.slice(1)) {
    await deliverAbout(api.services, [person]);
  }
  const turns: unknown[] = [];
  const { database } = api.services;
  const read = database.read.bind(database);
  const spy = jest.spyOn(database, 'read').mockImplementation(async (sql, values) => {
    const rows = await read(sql, values);
    if (sql.startsWith('SELECT id, cause FROM recomputes')) {
      turns.push(rows[0]?.cause);
    }

    return rows;
  });
  await recomputer.turn();
  spy.mockRestore();

  expect(turns).toEqual(['batch', 'regions', 'batch', 'batch', undefined]);
});

describe('a process whose clock is behind', () => {
  afterEach(() => api.clock.reset());

  const allOff = () =>
    approveRules(api.services, (rules) => rules.map((rule) => ({ ...rule, enabled: false })));

  test('does not put older rules above those by which another one has judged everybody', async () => {
    const [reported] = await buildPeople(api.services, 1);
    await buildFact(api.services, reported?.idNumber ?? '');
    await recomputer.turn();
    const id = reported?.person.id ?? '';
    expect((await Person.findByPk(id))?.colour).toBe('orange');
    api.clock.advance(5_000);
    await allOff();
    await recomputer.turn();
    expect((await Person.findByPk(id))?.colour).toBe('green');
    api.clock.advance(-3_000);
    await judgeThese(api.services, [id]);

    expect((await Person.findByPk(id))?.colour).toBe('green');
  });
});
