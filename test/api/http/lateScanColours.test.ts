import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { Person } from '../../../api/src/models/person';
import { explainPerson } from '../../../api/src/status/explain';
import { approveRules } from '../../support/api/approvedRules';
import { checkInId } from '../../support/api/checkIn';
import { codeOf, openDoor, type Door } from '../../support/api/door';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const [raised, quiet] = ['350103', '350104'];

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  await approveRules(api.services, (rules) => [
    ...rules,
    {
      id: 'regions',
      enabled: true,
      colour: 'orange',
      when: [{ regionLevels: ['community'], days: 14 }],
      reason: '14 天内到过疫情区',
      advice: '请向社区报到。',
      appeal: '可以申诉。',
      exemptions: [],
    },
  ]);
  await buildRegionLevel(api.services, { division: raised, level: 'community' });
  await new Recomputer(api.services).turn();
});

afterAll(() => api.close());

async function tellLate({ auth, point }: Door, person: BuiltPerson): Promise<void> {
  const object = codeOf(api, person, -hourMs - 2_000);
  const item = { id: checkInId(api.clock.now() - hourMs), object, decision: 'allow', mask: true };
  const { body } = await api.request
    .post('/api/v1/scans/late')
    .set(auth)
    .send({ pointId: point.id, items: [item] })
    .expect(200);
  expect(body.items).toMatchObject([{ taken: true }]);
}

test('who was checked without network where a level stands has the colour once it is told, as it is explained', async () => {
  const doors = [await openDoor(api, { division: raised }), await openDoor(api, { division: quiet })];
  const colours = [];
  for (const door of doors) {
    const person = await buildPerson(api.services);
    await tellLate(door, person);
    const stored = await Person.findByPk(person.person.id, { rejectOnEmpty: true });
    api.clock.advance(1);
    const explained = await explainPerson(api.services, stored, api.clock.now());
    colours.push([stored.colour, explained.verdict.colour]);
  }

  expect(colours).toEqual([
    ['orange', 'orange'],
    ['green', 'green'],
  ]);
});
