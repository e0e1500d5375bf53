import { refreshStatus } from '../../../api/src/commands/refreshStatus';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Message } from '../../../api/src/models/message';
import { Person } from '../../../api/src/models/person';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
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
