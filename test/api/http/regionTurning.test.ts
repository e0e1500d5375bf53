import type { RiskRule } from '@anxing/contract/riskRules';

import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { Person } from '../../../api/src/models/person';
import { approveRules } from '../../support/api/approvedRules';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const fromThere: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['cluster', 'community'], days: 7 }],
  reason: '7 天内到过疫情区',
  advice: '请向社区报到。',
  appeal: '可以申诉。',
  exemptions: [],
};

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;
let before: { share: number; people: number };

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
  await ensureFirstRules(api.services);
  const { turning } = api.services.config.policy;
  before = { ...turning };
  Object.assign(turning, { share: 0, people: 2 });
});

afterAll(async () => {
  Object.assign(api.services.config.policy.turning, before);
  await api.close();
});

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

async function passAt(division: string, kind: 'scan' | 'visit' = 'scan', daysAgo = 0): Promise<BuiltPerson> {
  const person = await buildPerson(api.services);
  const point = await buildPoint(api.services, { values: { division } });
  const at = api.clock.now() - daysAgo * dayMs;
  await buildPassage(api.services, { person, point, values: { kind, at, id: newId(at) } });

  return person;
}

async function propose(division: string, level = 'cluster') {
  const { body } = await api.request
    .post('/api/v1/operator/regions/levels')
    .set(rules.auth)
    .send({ changes: [{ division, level, from: today() }], note: '示例通报' })
    .expect(201);

  return body as { id: string; warning: string | null; facts: { label: string; value: string }[] };
}

const approve = (id: string) =>
  api.request.post(`/api/v1/operator/changes/${id}/approve`).set(approver.auth).send({ note: '已核对' });

const turnedOf = ({ facts }: { facts: { label: string; value: string }[] }) =>
  facts.find(({ label }) => label === '不再是绿码')?.value;

test('while no rule asks where people were, a level turns nobody', async () => {
  await passAt('350122');
  const change = await propose('350122');
  expect(turnedOf(change)).toBe('0 人（生效规则不按区域判定颜色）');
  await approve(change.id).expect(200);
});

describe('while a rule asks where people were', () => {
  beforeAll(() => approveRules(api.services, (all) => [...all, fromThere]));

  test('the second person reads how many were there, by scan or claim, and are green', async () => {
    await passAt('350203');
    await passAt('350203', 'visit');
    await passAt('350203', 'scan', 9);
    await passAt('350205');
    const ill = await passAt('350203');
    await Person.update({ colour: 'orange' }, { where: { id: ill.person.id } });
    const claimed = await buildPerson(api.services);
    await Person.update(
      { claimedAt: api.clock.now(), claimDivision: '350203' },
      { where: { id: claimed.person.id } },
    );
    expect(await propose('350203')).toMatchObject({ warning: null });
    expect(turnedOf(await propose('350203'))).toBe('最多 2 人');
    expect(turnedOf(await propose('350203', 'sporadic'))).toBe('最多 0 人');
  });

  test('more than may turn unasked are told in red, of a city with its counties', async () => {
    await Promise.all(['350302', '350303', '350304', '350305'].map((county) => passAt(county)));
    await buildRegionLevel(api.services, { division: '350305', level: 'none' });
    const change = await propose('350300');
    expect(change.warning).toContain('生效后最多有 3 人不再是绿码');
    expect(change.warning).toContain('莆田市');
    await approve(change.id).expect(200);
    expect(turnedOf(await propose('350302', 'community'))).toBe('最多 0 人');
  });

  test('when so many have come since, the number is not right any more', async () => {
    await passAt('350902');
    const change = await propose('350902');
    expect(turnedOf(change)).toBe('最多 1 人');
    api.clock.advance(60_000);
    await passAt('350902');
    await passAt('350902');
    expect(codeOf(await approve(change.id).expect(409))).toBe('change_outdated');
    const again = await propose('350902');
    expect(again.warning).toContain('生效后最多有 3 人不再是绿码');
    await approve(again.id).expect(200);
  });
});
