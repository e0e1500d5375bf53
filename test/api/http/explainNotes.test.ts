import type { RiskRule } from '@anxing/contract/riskRules';

import { dayOf } from '../../../api/src/base/days';
import { explainNotes } from '../../../api/src/cli/explainNotes';
import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { judgeRegionScans } from '../../../api/src/commands/risk/recompute/regionScans';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { newId } from '../../../api/src/base/ids';
import { Person } from '../../../api/src/models/person';
import { explainPerson } from '../../../api/src/status/explain';
import { approveRules } from '../../support/api/approvedRules';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;

const fromThere: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['cluster'], days: 14 }],
  reason: '14 天内到过有疫情的区域',
  advice: '请报到。',
  appeal: '可以申诉。',
  exemptions: [],
};

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  await deliverFacts(api.services, { source: 'fever', submittedBy: 'test', facts: [] });
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

async function notesOf(id: string, at?: number): Promise<string[]> {
  const person = await Person.findByPk(id, { rejectOnEmpty: true });
  const explanation = await explainPerson(api.services, person, at ?? api.clock.now());

  return explainNotes(api.services, person, explanation, { isOfNow: at === undefined });
}

test('of a time before somebody registered it is said that there was no code', async () => {
  const before = api.clock.now() - 3_600_000;
  const { person } = await buildPerson(api.services);
  expect(await notesOf(person.id, before)).toEqual([expect.stringContaining('尚未登记')]);
  api.clock.advance(1_000);
  expect(await notesOf(person.id, api.clock.now())).toEqual([]);
});

test('while a run is on its way it is said which colour the code still shows', async () => {
  await approveRules(api.services, (rules) => [...rules, fromThere]);
  const recomputer = new Recomputer(api.services);
  const built = await buildPerson(api.services);
  const point = await buildPoint(api.services, { values: { division: '350103' } });
  const at = api.clock.now();
  await buildPassage(api.services, { person: built, point, values: { kind: 'scan', at, id: newId(at) } });
  await judgeRegionScans.perform(api.services);
  await recomputer.turn();
  expect(await notesOf(built.person.id)).toEqual([]);
  await buildRegionLevel(api.services, { division: '350103', level: 'cluster' });
  expect(await notesOf(built.person.id)).toEqual([expect.stringMatching(/亮码仍显示.*绿码|still shows/)]);
});

test('of the hour after a record took force it is said that the code may have shown the colour of before', async () => {
  const { person, idNumber } = await buildPerson(api.services);
  api.clock.advance(2 * hourMs);
  const recorded = api.clock.now();
  await deliverFacts(api.services, {
    source: 'fever',
    submittedBy: 'test',
    facts: [{ idType: 'resident', idNumber, kind: 'clinicVisit', date: today() }],
  });
  api.clock.advance(3 * hourMs);
  expect(await notesOf(person.id, recorded - 1)).toEqual([]);
  expect(await notesOf(person.id, recorded + 60_000)).toEqual([
    expect.stringContaining('可能仍显示之前的颜色'),
  ]);
  expect(await notesOf(person.id, recorded + 2 * hourMs)).toEqual([]);
});
