import { performOverdue } from '../../../api/src/commands/risk/recompute/judgeThese';
import { performRun } from '../../../api/src/commands/risk/recompute/performRun';
import { refreshStatus } from '../../../api/src/commands/refreshStatus';
import { findRun, takeRun } from '../../../api/src/commands/risk/recompute/recomputeLease';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { startRecompute } from '../../../api/src/commands/risk/startRecompute';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { writeAs } from '../../../api/src/context';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Message } from '../../../api/src/models/message';
import { notJudged, Person } from '../../../api/src/models/person';
import { approveRules } from '../../support/api/approvedRules';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPeople, deliverAbout } from '../../support/api/factories/buildPeople';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;
let recomputer: Recomputer;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function storedColour({ person }: BuiltPerson): Promise<string | undefined> {
  return (await Person.findByPk(person.id))?.colour;
}

async function toldTo({ person }: BuiltPerson): Promise<string[]> {
  const messages = await Message.findAll({ where: { personId: person.id }, order: ['id'] });

  return messages.map(({ title }) => title);
}

test('whom a delivery is about has the new colour without looking at it, and is told once', async () => {
  const [person, other] = [await buildPerson(api.services), await buildPerson(api.services)];
  await buildFact(api.services, person.idNumber);
  await recomputer.turn();
  await recomputer.turn();

  expect(await storedColour(person)).toBe('orange');
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码']);
  expect(await storedColour(other)).toBe('green');
  expect(await toldTo(other)).toEqual([]);
});

test('the batch knows how many people have another colour by it', async () => {
  const people = await buildPeople(api.services, 3);
  await deliverAbout(api.services, people);
  await recomputer.turn();
  const batch = await FeedBatch.findOne({ where: { source: 'fever' }, order: [['number', 'DESC']] });
  expect(batch?.changedPeople).toBe(3);
});

test('who has no code is judged, and not told', async () => {
  const person = await buildPerson(api.services, { claimed: false });
  await buildFact(api.services, person.idNumber);
  await recomputer.turn();
  expect(await storedColour(person)).toBe('orange');
  expect(await toldTo(person)).toEqual([]);
});

test('a run that lost its process goes on where it stood, and nobody is told twice', async () => {
  const people = await buildPeople(api.services, 60);
  await deliverAbout(api.services, people);
  const first = await takeRun(api.services, (await findRun(api.services))?.id ?? '');
  const control = new AbortController();
  // Ends after its first slice, as if the process had been killed behind it.
  const stop = jest.spyOn(api.services.audit, 'append').mockImplementationOnce(async (...given) => {
    control.abort();
    stop.mockRestore();
    await api.services.audit.append(...given);
  });
  if (first) {
    await performRun(api.services, first, control.signal);
  }
  const colours = await Promise.all(people.map(storedColour));
  expect(new Set(colours)).toEqual(new Set(['green', 'orange']));

  // Nobody else may have it before its time is over.
  expect(await findRun(api.services)).toBeUndefined();
  api.clock.advance(60_000);
  await recomputer.turn();
  expect(new Set(await Promise.all(people.map(storedColour)))).toEqual(new Set(['orange']));
  expect(await Promise.all(people.map(toldTo))).toEqual(people.map(() => ['您的健康码已变为橙码']));
});

test('who holds a run no more changes nothing', async () => {
  const person = await buildPerson(api.services);
  await buildFact(api.services, person.idNumber);
  const id = (await findRun(api.services))?.id ?? '';
  const lost = await takeRun(api.services, id);
  api.clock.advance(60_000);
  const taken = await takeRun(api.services, id);
  expect(taken?.holder).not.toBe(lost?.holder);
  if (lost) {
    await expect(performRun(api.services, lost, new AbortController().signal)).rejects.toThrow();
  }
  expect(await storedColour(person)).toBe('green');
});

test('a colour ends when its time is over, and the person is told', async () => {
  const person = await buildPerson(api.services);
  await buildFact(api.services, person.idNumber);
  await recomputer.turn();
  await performOverdue(api.services);
  expect(await storedColour(person)).toBe('orange');

  api.clock.advance(16 * dayMs);
  await performOverdue(api.services);
  expect(await storedColour(person)).toBe('green');
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码', '原因已解除，数据核验中']);
});

test('a run over everybody waits until it is due', async () => {
  await writeAs(api.services, system, (scene) =>
    startRecompute(api.services, scene, { cause: 'rules', subject: '1', dueAt: scene.now + dayMs }),
  );
  expect(await findRun(api.services)).toBeUndefined();
  api.clock.advance(2 * dayMs);
  await recomputer.turn();
  expect(await findRun(api.services)).toBeUndefined();
  const [run] = await api.services.database.select(
    "SELECT state, done FROM recomputes WHERE cause = 'rules'",
  );
  expect(run).toMatchObject({ state: 'done', done: await Person.count() });
});

test('until the run reaches somebody, a look answers by the new rules and writes nothing', async () => {
  await ensureFirstRules(api.services);
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  await recomputer.turn();
  expect(await storedColour(person)).toBe('orange');

  await approveRules(api.services, (rules) =>
    rules.map((rule) => (rule.id === 'fever' ? { ...rule, enabled: false } : rule)),
  );
  const { body } = await api.request.get('/api/v1/me/code').set(person.auth).expect(200);
  expect(body.colour).toBe('green');
  expect(await storedColour(person)).toBe('orange');
  expect(await toldTo(person)).toHaveLength(1);

  await recomputer.turn();
  expect(await storedColour(person)).toBe('green');
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码', '您的健康码已变为绿码']);
});

const reversed = () => approveRules(api.services, (rules) => rules.toReversed());

describe('a version of the rules by which somebody is as before', () => {
  function runs(): Promise<object[]> {
    return api.services.database.select(
      "SELECT subject, state, done FROM recomputes WHERE cause = 'rules' ORDER BY id DESC LIMIT 2",
    );
  }

  test('leaves the row, which holds once everybody was judged', async () => {
    await ensureFirstRules(api.services);
    await recomputer.turn();
    const { id } = (await signedInPerson(api.services)).person;
    const before = (await Person.findByPk(id))?.ruleVersion;
    const version = await reversed();
    await recomputer.turn();

    expect((await Person.findByPk(id))?.ruleVersion).toBe(before);
    expect(await api.services.rules.at(api.clock.now())).toMatchObject({ version, isJudged: true });
    const person = await api.services.caches.persons.get(id);
    const read = jest.spyOn(api.services.database, 'read');
    expect(person && (await refreshStatus(api.services, person))).toMatchObject({
      isStored: true,
      ruleVersion: version,
    });
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  test('does not leave a row that was never judged', async () => {
    await ensureFirstRules(api.services);
    const { person } = await buildPerson(api.services);
    await Person.update({ ruleVersion: notJudged }, { where: { id: person.id } });
    const version = await reversed();
    await recomputer.turn();

    expect((await Person.findByPk(person.id))?.ruleVersion).toBe(version);
  });

  test('is not judged by when another one has followed: its run ends', async () => {
    await ensureFirstRules(api.services);
    await buildPerson(api.services);
    const [first, second] = [await reversed(), await reversed()];
    await recomputer.turn();

    expect(await runs()).toEqual([
      { subject: String(second), state: 'done', done: await Person.count() },
      { subject: String(first), state: 'done', done: 0 },
    ]);
  });

  test('is gone by in writing, though another process has approved it and this one was not told', async () => {
    await ensureFirstRules(api.services);
    const { person } = await buildPerson(api.services);
    await Person.update({ ruleVersion: notJudged, colour: 'orange' }, { where: { id: person.id } });
    const publish = jest.spyOn(api.services.bus, 'publish').mockImplementation(() => undefined);
    const version = await reversed();
    publish.mockRestore();
    const unsure = (await Person.findByPk(person.id)) ?? person;
    await refreshStatus(api.services, unsure);

    expect((await Person.findByPk(person.id))?.ruleVersion).toBe(version);
  });

  test('lets whatever judges anew for another cause take away what looks have judged', async () => {
    await ensureFirstRules(api.services);
    const { person, idNumber } = await buildPerson(api.services);
    await buildFact(api.services, idNumber);
    await recomputer.turn();
    await reversed();
    await api.services.database.write((tx) =>
      api.services.database.execute("DELETE FROM recomputes WHERE state = 'waiting'", [], tx),
    );
    await writeAs(api.services, system, (scene) =>
      startRecompute(api.services, scene, { cause: 'regions', subject: 'daily' }),
    );
    const told: string[] = [];
    api.services.bus.subscribe('changes', (changes) => told.push(...changes.map(({ id }) => id)));
    await recomputer.turn();

    expect(told).toContain(person.id);
  });
});
