import type { RiskRule } from '@anxing/contract/riskRules';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { judgeRegionScans } from '../../../api/src/commands/risk/recompute/regionScans';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { explainPerson } from '../../../api/src/status/explain';
import { approveRules } from '../../support/api/approvedRules';
import { answer, submit, type Applicant } from '../../support/api/appeals';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

/** As docs/risk.md has it. */
const fromThere: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['cluster', 'community'], days: 14 }],
  reason: '14 天内到过有疫情的区域',
  advice: '请向所在社区（村）报到并按要求观察。',
  appeal: '如与事实不符，可在“申诉”中说明情况并上传证明材料。',
  exemptions: [
    { source: 'override', kinds: ['lift.regions'], daysAfter: 0, maxAgeDays: null, onlyIfKnown: true },
  ],
};

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  await approveRules(api.services, (before) => [...before, fromThere]);
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const zone = () => api.services.config.brand.zone;
const today = () => dayOf(api.clock.now(), zone());

async function passAt(person: Applicant, division: string) {
  const point = await buildPoint(api.services, { values: { division } });
  const at = api.clock.now();
  await buildPassage(api.services, { person, point, values: { kind: 'scan', at, id: newId(at) } });
  await judgeRegionScans.perform(api.services);
  api.clock.advance(1_000);
}

async function reasonsOf(person: Applicant) {
  const auth = await signIn(api.services, person);
  const { body } = await api.request.get('/api/v1/me/reasons').set(auth).expect(200);

  return body as { colour: string; until: number | null; reasons: { rule: string; until: number | null }[] };
}

const namesOf = async (person: Applicant) => (await reasonsOf(person)).reasons.map(({ rule }) => rule);

/** Somebody who was checked in a division, and whose appeal against that was upheld. */
async function lifted(division: string): Promise<Applicant> {
  const person = await signedInPerson(api.services);
  await passAt(person, division);
  expect(await namesOf(person)).toEqual(['regions']);
  const { body: appeal } = await submit(api, person, { rules: ['regions'] }).expect(201);
  const wish = { answer: '当天不在该地。', reason: 'notThere', evidenceNumber: '核 1 号', days: null };
  const { body } = await answer(api, rules, appeal.id as string, 'uphold', wish).expect(200);
  await decide(api, approver, body.changeId as string, 'approve').expect(200);
  api.clock.advance(1_000);

  return person;
}

describe('an appeal against where somebody was', () => {
  test('is upheld, and the person has no such reason any more', async () => {
    await buildRegionLevel(api.services, { division: '350103', level: 'cluster' });
    const person = await lifted('350103');
    expect(await namesOf(person)).toEqual([]);
    const { verdict } = await explainPerson(api.services, person.person, api.clock.now());
    expect(verdict.reasons).toEqual([]);
  });

  test('lifts no stay that came later, on the same day or elsewhere', async () => {
    await buildRegionLevel(api.services, { division: '350104', level: 'cluster' });
    const person = await lifted('350104');
    await passAt(person, '350104');
    expect(await namesOf(person)).toEqual(['regions']);
  });

  test('lifts no level that was set later', async () => {
    await buildRegionLevel(api.services, { division: '350105', level: 'cluster' });
    const person = await lifted('350105');
    await passAt(person, '350111');
    const other = await signedInPerson(api.services);
    await passAt(other, '350111');
    expect(await namesOf(person)).toEqual([]);
    api.clock.advance(1_000);
    await buildRegionLevel(api.services, { division: '350111', level: 'cluster' });
    await passAt(other, '350111');
    expect(await namesOf(other)).toEqual(['regions']);
  });

  test('stays when the level is only extended, and not when it is raised', async () => {
    await buildRegionLevel(api.services, {
      division: '350112',
      level: 'cluster',
      untilDay: addDays(today(), 3),
    });
    const person = await lifted('350112');
    await buildRegionLevel(api.services, {
      division: '350112',
      level: 'cluster',
      fromDay: today(),
      untilDay: addDays(today(), 9),
    });
    await passAt(await signedInPerson(api.services), '350112');
    expect(await namesOf(person)).toEqual([]);
    api.clock.advance(1_000);
    await buildRegionLevel(api.services, { division: '350112', level: 'community', fromDay: today() });
    const { verdict } = await explainPerson(api.services, person.person, api.clock.now());
    expect(verdict.reasons.map(({ rule }) => rule)).toEqual(['regions']);
  });
});

describe('until when a stay counts', () => {
  test('is the end of the level where that comes first, and otherwise that of the days', async () => {
    const ends = addDays(today(), 4);
    await buildRegionLevel(api.services, { division: '350121', level: 'cluster', untilDay: ends });
    await buildRegionLevel(api.services, {
      division: '350122',
      level: 'cluster',
      untilDay: addDays(today(), 40),
    });
    const [short, long] = [await signedInPerson(api.services), await signedInPerson(api.services)];
    await passAt(short, '350121');
    await passAt(long, '350122');
    const end = startOfDay(ends, zone());
    expect(await reasonsOf(short)).toMatchObject({ until: end, reasons: [{ rule: 'regions', until: end }] });
    const day15 = startOfDay(addDays(today(), 15), zone());
    expect(await reasonsOf(long)).toMatchObject({
      until: day15,
      reasons: [{ rule: 'regions', until: day15 }],
    });
    const { verdict } = await explainPerson(api.services, short.person, api.clock.now());
    expect(verdict).toMatchObject({ until: end, reasons: [{ until: end }] });
    api.clock.advance(end - api.clock.now() - hourMs);
    expect(await namesOf(short)).toEqual(['regions']);
    api.clock.advance(hourMs + 1_000);
    expect(await namesOf(short)).toEqual([]);
    api.clock.advance(2 * dayMs);
    expect(await namesOf(long)).toEqual(['regions']);
  });

  test('goes on where the same level follows', async () => {
    const change = addDays(today(), 2);
    await buildRegionLevel(api.services, { division: '350123', level: 'cluster', untilDay: change });
    await buildRegionLevel(api.services, {
      division: '350123',
      level: 'cluster',
      fromDay: change,
      untilDay: addDays(change, 4),
    });
    const person = await signedInPerson(api.services);
    await passAt(person, '350123');
    expect((await reasonsOf(person)).until).toBe(startOfDay(addDays(change, 4), zone()));
  });
});
