import type { RiskRule } from '@anxing/contract/riskRules';

import { jobKinds } from '../../../api/src/commands/jobKinds';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { Message } from '../../../api/src/models/message';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let author: VerifiedStaff;
let approver: VerifiedStaff;
let jobs: LongJobs;

beforeEach(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  ({ rules: author, approver } = await operatorCrew(api.services));
  jobs = new LongJobs(api.services, jobKinds);
});

afterEach(async () => {
  await jobs.stop();
  await api.close();
});

const at = (path: string) => `/api/v1/operator/rules${path}`;
const get = (path: string) => api.request.get(at(path)).set(author.auth);
const post = (path: string, body: object = {}) => api.request.post(at(path)).set(author.auth).send(body);

async function tryOut(version: number): Promise<void> {
  await post(`/${version}/dry-runs`, { scope: 'everyone' }).expect(202);
  await jobs.turn();
  await jobs.settled();
}

/** A draft of the rules in force with one of them changed, tried on everyone. */
async function draft(id: string, change: Partial<RiskRule>): Promise<number> {
  const { version: basedOn } = await api.services.rules.at(api.clock.now());
  const { body: base } = await get(`/${basedOn}`).expect(200);
  const rules = base.rules.map((rule: RiskRule) => (rule.id === id ? { ...rule, ...change } : rule));
  const { body } = await post('', { comment: '试行', basedOn, rules }).expect(201);
  await tryOut(body.version);

  return body.version;
}

async function changeOf(version: number) {
  const { body } = await get(`/${version}`).expect(200);

  return api.request.get(`/api/v1/operator/changes/${body.changeId}`).set(approver.auth).expect(200);
}

async function approve(version: number) {
  const { body } = await get(`/${version}`).expect(200);

  return api.request.post(`/api/v1/operator/changes/${body.changeId}/approve`).set(approver.auth).send({});
}

async function stateOf(version: number): Promise<string> {
  return (await get(`/${version}`).expect(200)).body.state;
}

async function isEnabled(id: string, when = api.clock.now()): Promise<boolean | undefined> {
  return (await api.services.rules.at(when)).rules.find((rule) => rule.id === id)?.enabled;
}

/** As few as one person counts as many. */
async function whereFewAreMany(work: () => Promise<void>): Promise<void> {
  const { turning } = api.services.config.policy;
  const before = { ...turning };
  Object.assign(turning, { share: 0, people: 1 });
  try {
    await work();
  } finally {
    Object.assign(turning, before);
  }
}

async function reportSymptoms(people: number): Promise<void> {
  for (let i = 0; i < people; i += 1) {
    const { idNumber } = await buildPerson(api.services);
    await buildFact(api.services, idNumber, { source: 'reports', kind: 'symptom' });
  }
}

test('of two proposals from the same base the second approval does not undo the first', async () => {
  const [one, other] = [
    await draft('medicine', { enabled: false }),
    await draft('fever', { enabled: false }),
  ];
  await post(`/${one}/submit`).expect(200);
  await post(`/${other}/submit`).expect(200);
  expect((await approve(one)).status).toBe(200);
  api.clock.advance(1_000);
  expect((await approve(other)).body.error.code).toBe('change_outdated');
  expect([await isEnabled('medicine'), await isEnabled('fever')]).toEqual([false, true]);
});

describe('a version that was approved for later', () => {
  let later: number;

  beforeEach(async () => {
    later = await draft('medicine', { enabled: false });
    await post(`/${later}/submit`, { takesForceAt: api.clock.now() + 2 * hourMs }).expect(200);
    expect((await approve(later)).status).toBe(200);
  });

  test('is given up by two people, who keep the rules in force', async () => {
    expect((await get('/1').expect(200)).body.may.rollBack).toBe(true);
    const { body } = await post('/1/rollback', { comment: '暂不调整' }).expect(201);
    expect(await stateOf(later)).toBe('approved');
    expect((await changeOf(body.version)).body.warning).toContain(`第 ${later} 版`);
    expect((await approve(body.version)).status).toBe(200);
    expect(await stateOf(later)).toBe('outdated');
    expect(await isEnabled('medicine', api.clock.now() + 3 * hourMs)).toBe(true);
    const told = await Message.findAll({ where: { staffId: author.staff.id } });
    expect(told.map(({ body: text }) => text)).toContainEqual(expect.stringContaining(`第 ${later} 版`));
    expect((await get(`/${body.version}`).expect(200)).body.may.rollBack).toBe(false);
  });

  test('does not undo one that takes force before it, and the second person reads of that', async () => {
    const now = await draft('fever', { enabled: false });
    await post(`/${now}/submit`).expect(200);
    expect((await changeOf(now)).body.facts).toContainEqual({
      label: '取消待生效版本',
      value: expect.stringContaining(`第 ${later} 版`),
    });
    expect((await approve(now)).status).toBe(200);
    expect(await stateOf(later)).toBe('outdated');
    const then = api.clock.now() + 3 * hourMs;
    expect([await isEnabled('fever', then), await isEnabled('medicine', then)]).toEqual([false, true]);
  });

  test('is compared with what is to take force after it', async () => {
    const after = await draft('fever', { enabled: false });
    await post(`/${after}/submit`, { takesForceAt: api.clock.now() + 3 * hourMs }).expect(200);
    const { value } = (await changeOf(after)).body.facts[1];
    // It was made from the rules before: the medicine would count again.
    expect(value).toContain('medicine');
    expect(value).toContain('fever');
  });

  test('does not go unsaid when it was approved after the other proposal', async () => {
    const now = await draft('fever', { enabled: false });
    await post(`/${now}/submit`).expect(200);
    const next = await draft('cases', { enabled: false });
    await post(`/${next}/submit`, { takesForceAt: api.clock.now() + hourMs }).expect(200);
    expect((await approve(next)).status).toBe(200);
    expect((await approve(now)).body.error.code).toBe('change_outdated');
  });
});

describe('the number that was read', () => {
  test('is counted again at the approval', () =>
    whereFewAreMany(async () => {
      const version = await draft('selfReport', { enabled: true });
      await post(`/${version}/submit`).expect(200);
      await reportSymptoms(2);
      expect((await approve(version)).body.error.code).toBe('rules_trial_old');
      expect(await isEnabled('selfReport')).toBe(false);
    }));

  test('is of a day at most', async () => {
    const version = await draft('selfReport', { enabled: true });
    await post(`/${version}/submit`, { takesForceAt: api.clock.now() + 48 * hourMs }).expect(200);
    await api.services.database.write((tx) =>
      api.services.database.execute(
        'UPDATE dry_runs SET finished_at = ?',
        [api.clock.now() - 25 * hourMs],
        tx,
      ),
    );
    const refused = await approve(version);
    expect(refused.body.error?.code).toBe('rules_trial_old');
  });

  test('is wanted of rules that come back, as of any others', () =>
    whereFewAreMany(async () => {
      const strict = await draft('selfReport', { enabled: true });
      await post(`/${strict}/submit`).expect(200);
      expect((await approve(strict)).status).toBe(200);
      await tryOut(1);
      const { body: mild } = await post('/1/rollback', { comment: '恢复' }).expect(201);
      expect((await approve(mild.version)).status).toBe(200);
      await reportSymptoms(3);
      api.clock.advance(1_000);

      const back = (body: object = {}) => post(`/${strict}/rollback`, { comment: '再来', ...body });
      expect((await back().expect(409)).body.error.code).toBe('rules_not_tried');
      await tryOut(strict);
      expect((await back().expect(409)).body.error).toMatchObject({
        code: 'rules_above_share',
        fields: [{ path: 'confirmTurned', message: expect.stringContaining('3') }],
      });
      const { body } = await back({ confirmTurned: 3 }).expect(201);
      expect((await changeOf(body.version)).body.warning).toContain('3 人不再是绿码');
      expect((await approve(body.version)).status).toBe(200);
    }));
});
