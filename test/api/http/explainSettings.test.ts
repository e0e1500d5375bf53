import type { RiskRule } from '@anxing/contract/riskRules';

import { newId } from '../../../api/src/base/ids';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { keepSettings } from '../../../api/src/commands/rules/keepSettings';
import type { Services } from '../../../api/src/context';
import { SettingsVersion } from '../../../api/src/models/settingsVersion';
import type { Colour } from '../../../api/src/risk/colours';
import { explainPerson } from '../../../api/src/status/explain';
import { approveRules } from '../../support/api/approvedRules';
import { auditEvents } from '../../support/api/auditEvents';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const region = '350103';

const fromThere: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['cluster'], days: 14 }],
  reason: '14 天内到过疫情区',
  advice: '请向社区报到。',
  appeal: '可以申诉。',
  exemptions: [],
};

let api: TestApi;
/** The time only goes forward in this file, as it does for a house that is restarted. */
let startedAt: number;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  startedAt = api.clock.now();
});

afterAll(() => api.close());

/** The house as it is after a restart with another configuration: every part is another one. */
function reconfigured(services: Services): Services {
  const severer = (colour: Colour) => (colour.name === 'unknown' ? { ...colour, severity: 30 } : colour);
  const renamed = services.regionLevels.all.map((level) => ({ ...level, name: `新${level.name}` }));
  const [lowest, ...above] = renamed;

  return {
    ...services,
    feedRules: services.feedRules.map((rule) =>
      rule.lateAfterHours === null ? rule : { ...rule, lateAfterHours: 1 },
    ),
    colours: { ...services.colours, colours: services.colours.colours.map(severer) },
    regionLevels: { all: renamed, lowest: lowest ?? services.regionLevels.lowest, above },
  };
}

/** Somebody well, somebody with two reasons of different colours, and somebody who was in a region. */
async function threePeople() {
  const [well, twice, there] = [
    await buildPerson(api.services),
    await buildPerson(api.services),
    await buildPerson(api.services),
  ];
  await buildFact(api.services, twice.idNumber, { source: 'medicine', kind: 'purchase' });
  await buildFact(api.services, twice.idNumber);
  const point = await buildPoint(api.services, { values: { division: region } });
  const at = api.clock.now();
  await buildPassage(api.services, { person: there, point, values: { kind: 'scan', at, id: newId(at) } });

  return [well.person, twice.person, there.person];
}

test('while nothing was kept, the settings of now are used, and that is told', async () => {
  const { person } = await buildPerson(api.services);
  const { settings } = await explainPerson(api.services, person, api.clock.now());
  expect(settings).toMatchObject({ since: null, isAssumed: true });
  expect(settings.colours).toEqual(api.services.colours);
});

test('what is configured is kept once, whoever starts, and stands in the audit chain', async () => {
  api.clock.advance(hourMs);
  await Promise.all([keepSettings(api.services), keepSettings(api.services)]);
  await keepSettings(api.services);
  const kept = await SettingsVersion.findAll();
  expect(kept).toMatchObject([{ version: 1, takesForceAt: expect.anything() }]);
  expect(await auditEvents(api.services, kept[0]?.id ?? '')).toMatchObject([
    { action: 'settings_versions.create', actor: 'system:system' },
  ]);
});

test('a restart with other settings changes no answer about the past', async () => {
  const { services } = api;
  await approveRules(services, (rules) => [
    ...rules.map((rule) => (rule.id === 'medicine' ? { ...rule, colour: 'unknown' } : rule)),
    fromThere,
  ]);
  await buildRegionLevel(services, { division: region, level: 'cluster' });
  const people = await threePeople();
  api.clock.advance(hourMs);
  const then = api.clock.now();
  const answers = (house: Services, at: number) =>
    Promise.all(people.map((person) => explainPerson(house, person, at)));
  const coloursAt = async (house: Services, at: number) =>
    (await answers(house, at)).map(({ verdict }) => verdict.colour);
  const first = await answers(services, then);
  expect(first.map(({ verdict }) => verdict.colour)).toEqual(['green', 'orange', 'orange']);
  expect(first.map(({ settings }) => settings.isAssumed)).toEqual([false, false, false]);

  api.clock.advance(2 * hourMs);
  const restarted = reconfigured(services);
  await Promise.all([keepSettings(restarted), keepSettings(restarted)]);
  expect(await SettingsVersion.count()).toBe(2);
  expect(await answers(restarted, then)).toEqual(first);
  expect(await coloursAt(restarted, api.clock.now())).toEqual(['unknown', 'unknown', 'orange']);

  api.clock.advance(hourMs);
  await keepSettings(services);
  expect(await SettingsVersion.count()).toBe(3);
  expect(await answers(services, then)).toEqual(first);
  expect(await coloursAt(services, api.clock.now() - hourMs)).toEqual(['unknown', 'unknown', 'orange']);
  expect(await coloursAt(services, api.clock.now())).toEqual(['green', 'orange', 'orange']);
});

test('before the first that were kept, the oldest ones are used, and that is told', async () => {
  const { person } = await buildPerson(api.services);
  const [oldest] = await SettingsVersion.findAll({ order: [['version', 'ASC']] });
  const { settings } = await explainPerson(reconfigured(api.services), person, startedAt);
  expect(settings).toMatchObject({ since: Number(oldest?.takesForceAt), isAssumed: true });
  expect(settings.regionLevels).toEqual(api.services.regionLevels);
});
