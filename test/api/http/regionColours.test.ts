import type { RiskRule } from '@anxing/contract/riskRules';
import type { ScanObject } from '@anxing/contract/scans';

import { addDays, dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { performOverdue } from '../../../api/src/commands/risk/recompute/judgeThese';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { judgeRegionsDaily, judgeRegionScans } from '../../../api/src/commands/risk/recompute/regionScans';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { Person } from '../../../api/src/models/person';
import { severestRegion } from '../../../api/src/status/regionStays';
import { approveRules } from '../../support/api/approvedRules';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const [raised, quiet] = ['350103', '350104'];

let api: TestApi;
let recomputer: Recomputer;

const fromThere: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['cluster', 'community'], days: 14 }],
  reason: '14 天内到过疫情区',
  advice: '请向社区报到。',
  appeal: '可以申诉。',
  exemptions: [],
};

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  await ensureFirstRules(api.services);
  await approveRules(api.services, (rules) => [...rules, fromThere]);
  await buildRegionLevel(api.services, { division: raised, level: 'cluster' });
  await recomputer.turn();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function passAt(
  person: BuiltPerson,
  division: string,
  kind: 'scan' | 'visit',
  proof: ScanObject | null = null,
) {
  const point = await buildPoint(api.services, { values: { division } });
  const at = api.clock.now();
  await buildPassage(api.services, { person, point, values: { kind, at, proof, id: newId(at) } });
}

async function colourOf({ person }: BuiltPerson) {
  return (await Person.findByPk(person.id))?.colour;
}

test('who is checked by staff where a level stands has the colour of the rule, and of a poster nothing follows', async () => {
  const [scanned, visitor, elsewhere] = [
    await buildPerson(api.services),
    await buildPerson(api.services),
    await buildPerson(api.services),
  ];
  await passAt(scanned, raised, 'scan');
  await passAt(visitor, raised, 'visit');
  await passAt(elsewhere, quiet, 'scan');
  await judgeRegionScans.perform(api.services);
  expect(await Promise.all([scanned, visitor, elsewhere].map(colourOf))).toEqual([
    'orange',
    'green',
    'green',
  ]);

  await judgeRegionsDaily.perform(api.services);
  await recomputer.turn();
  expect(await Promise.all([scanned, visitor, elsewhere].map(colourOf))).toEqual([
    'orange',
    'green',
    'green',
  ]);

  api.clock.advance(16 * dayMs);
  await performOverdue(api.services);
  expect(await colourOf(scanned)).toBe('green');
});

test.each<[ScanObject, string]>([
  ['code', 'orange'],
  ['pass', 'orange'],
  ['card', 'orange'],
  ['national', 'orange'],
  ['number', 'green'],
  ['idCard', 'green'],
])('of what can be typed by whoever knows it no colour follows: %s', async (proof, colour) => {
  const person = await buildPerson(api.services);
  await passAt(person, raised, 'scan', proof);
  await judgeRegionScans.perform(api.services);
  expect(await colourOf(person)).toBe(colour);
  // Who stands at the door still reads where somebody was.
  expect(await severestRegion(api.services, person.person, api.clock.now())).toMatchObject({
    division: raised,
  });
});

test('who claims the code there has it at once, and reads why', async () => {
  const person = await signedInPerson(api.services, { claimed: false });
  const claim = await api.request
    .post('/api/v1/me/code')
    .set(person.auth)
    .send({ division: raised })
    .expect(200);
  expect(claim.body.qr).toBeTruthy();
  const code = await api.request.get('/api/v1/me/code').set(person.auth).expect(200);
  expect(code.body.colour).toBe('orange');
  const { body } = await api.request.get('/api/v1/me/reasons').set(person.auth).expect(200);
  expect(body.reasons).toMatchObject([
    {
      rule: 'regions',
      kindName: expect.stringContaining('台江区'),
      date: dayOf(api.clock.now(), api.services.config.brand.zone),
      sourceName: '区域风险等级',
      recordedAt: null,
    },
  ]);
});

test('when the level ends, everybody is green again', async () => {
  const person = await buildPerson(api.services);
  await passAt(person, raised, 'scan');
  await judgeRegionScans.perform(api.services);
  expect(await colourOf(person)).toBe('orange');
  const today = dayOf(api.clock.now(), api.services.config.brand.zone);
  await buildRegionLevel(api.services, {
    division: raised,
    level: 'none',
    fromDay: today,
    untilDay: addDays(today, 30),
  });
  await judgeRegionsDaily.perform(api.services);
  await recomputer.turn();
  expect(await colourOf(person)).toBe('green');
});
