import { refreshStatus } from '../../../api/src/commands/refreshStatus';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Message } from '../../../api/src/models/message';
import { Person } from '../../../api/src/models/person';
import { dayOf } from '../../../api/src/base/days';
import { buildFeedClient } from '../../support/api/feedClient';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** Somebody with a colour that no rules of today have given. */
async function buildOutdated() {
  const { person, idNumber } = await buildPerson(api.services);
  await Person.update({ ruleVersion: 0, colour: 'orange' }, { where: { id: person.id } });

  return { idNumber, person: (await Person.findByPk(person.id)) ?? person };
}

test('what is stored is the colour of now, and the person is told', async () => {
  const { person } = await buildOutdated();
  const { colour } = await refreshStatus(api.services, person);
  expect(colour).toBe('green');
  expect((await Person.findByPk(person.id))?.colour).toBe('green');
  expect(await Message.count({ where: { personId: person.id } })).toBe(1);
});

test('a look that began before a fact took force does not undo what follows from it', async () => {
  const { person, idNumber } = await buildOutdated();
  const { database } = api.services;
  // Between the reading and the writing of the look, a fact comes and the person is judged by it.
  const write = jest.spyOn(database, 'write').mockImplementationOnce(async (work) => {
    write.mockRestore();
    await buildFact(api.services, idNumber);
    await new Recomputer(api.services).turn();

    return database.write(work);
  });
  await refreshStatus(api.services, person);
  expect((await Person.findByPk(person.id))?.colour).toBe('orange');
});

describe('somebody whom older rules have judged', () => {
  /** As a run leaves it that has not come to the person yet. */
  async function buildWaiting() {
    const { person, idNumber } = await buildPerson(api.services);
    await Person.update({ ruleVersion: -1, colour: 'orange' }, { where: { id: person.id } });
    await api.services.caches.persons.fresh(person.id);

    return { id: person.id, idNumber };
  }

  async function look(id: string): Promise<string> {
    const person = await api.services.caches.persons.get(id);
    if (!person) {
      throw new Error('no such person');
    }

    return (await refreshStatus(api.services, person)).colour;
  }

  test('is judged by the first look, and the next ones go by it', async () => {
    const { id } = await buildWaiting();
    expect(await look(id)).toBe('green');
    const read = jest.spyOn(api.services.database, 'read');

    expect(await look(id)).toBe('green');
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    expect((await Person.findByPk(id))?.colour).toBe('orange');
  });

  test('is judged anew by a look as soon as a fact has come', async () => {
    const { id, idNumber } = await buildWaiting();
    expect(await look(id)).toBe('green');
    await buildFact(api.services, idNumber);
    await new Recomputer(api.services).turn();

    expect(await look(id)).toBe('orange');
  });

  test('is judged anew when a batch is in force that writes nobody at once', async () => {
    const { id, idNumber } = await buildWaiting();
    expect(await look(id)).toBe('green');
    const date = dayOf(api.clock.now(), api.services.config.brand.zone);
    const others = Array.from({ length: 500 }, () => inventIdNumber());
    const feed = await buildFeedClient(api, 'fever');
    const rows = [idNumber, ...others].map((one) => ({ idNumber: one, date }));
    const { body } = await feed.deliver(rows).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', added: 501 });

    expect(await look(id)).toBe('orange');
  });

  test('is judged anew once what was found is over', async () => {
    const { id, idNumber } = await buildWaiting();
    await buildFact(api.services, idNumber);
    await Person.update({ ruleVersion: -1 }, { where: { id } });
    await api.services.caches.persons.fresh(id);
    expect(await look(id)).toBe('orange');
    try {
      api.clock.advance(15 * 86_400_000);
      expect(await look(id)).not.toBe('orange');
    } finally {
      api.clock.reset();
    }
  });

  test('is judged together with whoever is looked at in the same moment', async () => {
    const all = await Promise.all([buildWaiting(), buildWaiting(), buildWaiting()]);
    await Promise.all(all.map(({ id }) => api.services.caches.persons.get(id)));
    const read = jest.spyOn(api.services.database, 'read');

    expect(await Promise.all(all.map(({ id }) => look(id)))).toEqual(['green', 'green', 'green']);
    const asked = read.mock.calls.filter(([sql]) => sql.includes('FROM facts'));
    read.mockRestore();
    expect(asked).toHaveLength(1);
  });
});
