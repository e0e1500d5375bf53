import type { RiskRule } from '@anxing/contract/riskRules';

import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { jobKinds } from '../../../api/src/commands/jobKinds';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { Person } from '../../../api/src/models/person';
import { RuleVersion } from '../../../api/src/models/ruleVersion';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let author: Auth;
let approver: Auth;
let jobs: LongJobs;
let recomputer: Recomputer;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  author = (await verifiedStaff(api.services, { roles: ['rules'] })).auth;
  approver = (await verifiedStaff(api.services, { roles: ['approver'] })).auth;
  jobs = new LongJobs(api.services, jobKinds);
  recomputer = new Recomputer(api.services);
});

afterEach(() => api.clock.reset());

afterAll(async () => {
  await jobs.stop();
  await api.close();
});

const at = (path = '') => `/api/v1/operator/rules${path}`;
const get = (path: string, auth: Auth = author) => api.request.get(at(path)).set(auth);
const post = (path: string, body: object = {}, auth: Auth = author) =>
  api.request.post(at(path)).set(auth).send(body);

async function rulesInForce(): Promise<{ version: number; rules: RiskRule[] }> {
  const { version } = await api.services.rules.at(api.clock.now());

  return (await get(`/${version}`).expect(200)).body;
}

/** The rules in force with one of them changed. */
async function changedRules(
  id: string,
  change: Partial<RiskRule>,
): Promise<{ basedOn: number; rules: RiskRule[] }> {
  const { version, rules } = await rulesInForce();

  return { basedOn: version, rules: rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
}

async function draft(id: string, change: Partial<RiskRule>): Promise<number> {
  const content = await changedRules(id, change);

  return (await post('', { comment: '试行', ...content }).expect(201)).body.version;
}

async function tryOnEveryone(version: number) {
  await post(`/${version}/dry-runs`, { scope: 'everyone' }).expect(202);
  await jobs.turn();
  await jobs.settled();

  return (await get(`/${version}`).expect(200)).body.dryRun;
}

async function approve(version: number) {
  const { body } = await get(`/${version}`).expect(200);
  await api.request
    .post(`/api/v1/operator/changes/${body.changeId}/approve`)
    .set(approver)
    .send({})
    .expect(200);
}

async function storedColour({ person }: BuiltPerson) {
  return (await Person.findByPk(person.id))?.colour;
}

/** Medicine counts for a day and not for fourteen. */
const shorter: Partial<RiskRule> = {
  when: [{ source: 'medicine', kinds: ['purchase'], minAgeDays: 0, lasts: { days: 1 } }],
};

test('the configuration is the first version, once', async () => {
  await ensureFirstRules(api.services);
  expect(await RuleVersion.count()).toBe(1);
  const { body } = await get('').expect(200);
  expect(body.items).toMatchObject([
    { version: 1, state: 'inForce', createdBy: '配置文件', takesForceAt: 0 },
  ]);
});

test('a version goes from draft over a trial and a second person into force, and everybody is judged anew', async () => {
  const person = await buildPerson(api.services);
  await buildFact(api.services, person.idNumber, { source: 'medicine', kind: 'purchase' });
  await recomputer.turn();
  expect(await storedColour(person)).toBe('orange');

  const version = await draft('medicine', { enabled: false });
  await post(`/${version}/submit`).expect(409);
  const trial = await tryOnEveryone(version);
  expect(trial).toMatchObject({ scope: 'everyone', state: 'done', turned: 0, isAboveShare: false });
  expect(trial.changes).toEqual([{ from: 'orange', to: 'green', count: 1 }]);
  expect(trial.byRule).toContainEqual({ rule: 'medicine', before: 1, after: 0 });
  expect(trial.examples).toHaveLength(1);
  expect(JSON.stringify(trial)).not.toContain(person.idNumber);
  // Trying changes nothing for anybody.
  expect(await storedColour(person)).toBe('orange');

  const submitted = await post(`/${version}/submit`).expect(200);
  expect(submitted.body).toMatchObject({ state: 'waiting', may: { change: false, submit: false } });
  await recomputer.turn();
  expect(await storedColour(person)).toBe('orange');

  await approve(version);
  expect((await get(`/${version}`)).body).toMatchObject({ state: 'inForce' });
  expect((await get('/1')).body).toMatchObject({ state: 'past', may: { rollBack: true } });
  await recomputer.turn();
  expect(await storedColour(person)).toBe('green');

  expect((await post('/1/rollback', { comment: '恢复' }).expect(409)).body.error.code).toBe(
    'rules_not_tried',
  );
  await tryOnEveryone(1);
  const back = await post('/1/rollback', { comment: '恢复' }).expect(201);
  expect(back.body).toMatchObject({ state: 'waiting', basedOn: 1 });
  await approve(back.body.version);
  await recomputer.turn();
  expect(await storedColour(person)).toBe('orange');
});

test('a version takes force at its time, and the one before is in force until then', async () => {
  const version = await draft('medicine', shorter);
  await tryOnEveryone(version);
  const takesForceAt = api.clock.now() + hourMs;
  await post(`/${version}/submit`, { takesForceAt: api.clock.now() - 1_000 }).expect(400);
  await post(`/${version}/submit`, { takesForceAt }).expect(200);
  await approve(version);
  expect((await get(`/${version}`)).body).toMatchObject({ state: 'approved', takesForceAt });
  const before = await api.services.rules.at(takesForceAt - 1);
  expect(before.version).not.toBe(version);
  expect((await api.services.rules.at(takesForceAt)).version).toBe(version);
});

test('what would turn more people than the set share is confirmed by its number', async () => {
  const { turning } = api.services.config.policy;
  const before = { ...turning };
  Object.assign(turning, { share: 0, people: 1 });
  try {
    const people = [await buildPerson(api.services), await buildPerson(api.services)];
    for (const { idNumber } of people) {
      await buildFact(api.services, idNumber, { source: 'reports', kind: 'symptom' });
    }
    const version = await draft('selfReport', { enabled: true });
    const trial = await tryOnEveryone(version);
    expect(trial).toMatchObject({ turned: 2, isAboveShare: true });

    const stopped = await post(`/${version}/submit`).expect(409);
    expect(stopped.body.error).toMatchObject({
      code: 'rules_above_share',
      fields: [{ path: 'confirmTurned', message: expect.stringContaining('2') }],
    });
    await post(`/${version}/submit`, { confirmTurned: 1 }).expect(409);
    await post(`/${version}/submit`, { confirmTurned: 2 }).expect(200);
    const { body } = await get(`/${version}`);
    const change = await api.request
      .get(`/api/v1/operator/changes/${body.changeId}`)
      .set(approver)
      .expect(200);
    expect(change.body.warning).toContain('2');
  } finally {
    Object.assign(turning, before);
  }
});

test('a trial is of exactly these rules: after a change it counts no more', async () => {
  const version = await draft('fever', { enabled: false });
  await tryOnEveryone(version);
  const content = await changedRules('fever', { reason: '另一个理由' });
  await api.request
    .put(at(`/${version}`))
    .set(author)
    .send({ comment: '改', rules: content.rules })
    .expect(200);
  expect((await get(`/${version}`)).body.dryRun).toBeNull();
  expect((await post(`/${version}/submit`).expect(409)).body.error.code).toBe('rules_not_tried');
  await post(`/${version}/discard`).expect(200);
  expect((await post(`/${version}/submit`).expect(409)).body.error.code).toBe('rules_not_draft');
});

test('a sample is no trial on everyone', async () => {
  const version = await draft('cases', { enabled: false });
  await post(`/${version}/dry-runs`, { scope: 'sample' }).expect(202);
  expect((await post(`/${version}/dry-runs`, { scope: 'sample' }).expect(409)).body.error.code).toBe(
    'dry_run_under_way',
  );
  await jobs.turn();
  await jobs.settled();
  expect((await get(`/${version}`)).body.dryRun).toMatchObject({ scope: 'sample', state: 'done' });
  expect((await post(`/${version}/submit`).expect(409)).body.error.code).toBe('rules_not_tried');
});

test('what changes nothing is not proposed', async () => {
  const version = await draft('fever', {});
  await tryOnEveryone(version);
  expect((await post(`/${version}/submit`).expect(409)).body.error.code).toBe('rules_unchanged');
});

test('what a second person turns down never takes force, and what is taken back is a draft again', async () => {
  const version = await draft('fever', { enabled: false });
  await tryOnEveryone(version);
  const first = await post(`/${version}/submit`).expect(200);
  const change = (verb: string, auth: Auth) =>
    api.request
      .post(`/api/v1/operator/changes/${first.body.changeId}/${verb}`)
      .set(auth)
      .send(verb === 'reject' ? { note: '不妥' } : {});
  await change('withdraw', author).expect(200);
  expect((await get(`/${version}`)).body).toMatchObject({ state: 'draft' });

  const second = await post(`/${version}/submit`).expect(200);
  await api.request
    .post(`/api/v1/operator/changes/${second.body.changeId}/reject`)
    .set(approver)
    .send({ note: '不妥' })
    .expect(200);
  expect((await get(`/${version}`)).body).toMatchObject({ state: 'rejected', may: { submit: false } });
  const { rules } = await api.services.rules.at(api.clock.now());
  expect(rules.find(({ id }) => id === 'fever')?.enabled).toBe(true);
});

test('who may do what', async () => {
  const reader = (await signedInStaff(api.services, { roles: ['auditor'] })).auth;
  const manager = (await signedInStaff(api.services, { roles: ['manager'] })).auth;
  const unverified = (await signedInStaff(api.services, { roles: ['rules'] })).auth;
  const resident = (await signedInPerson(api.services)).auth;
  await get('', reader).expect(200);
  await get('/options', reader).expect(200);
  const content = { comment: '无权', ...(await changedRules('fever', { enabled: false })) };
  await post('', content, reader).expect(403);
  await get('', manager).expect(403);
  await get('', resident).expect(403);
  await api.request.get(at()).expect(401);
  await get('/9999').expect(404);

  const { body } = await post('', content, unverified).expect(201);
  await tryOnEveryone(body.version);
  const refused = await post(`/${body.version}/submit`, {}, unverified).expect(403);
  expect(refused.body.error.code).toBe('change_not_verified');
});

test('people under a rule are masked, and read that they were looked at', async () => {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber, { source: 'cases', kind: 'suspected' });
  await recomputer.turn();
  const { body } = await api.request.get('/api/v1/operator/people?rule=cases').set(author).expect(200);
  expect(body.items).toMatchObject([{ colour: 'orange', reasons: [{ rule: 'cases' }] }]);
  expect(JSON.stringify(body)).not.toContain(person.idNumber);
  await api.request.get('/api/v1/operator/people?rule=%25').set(author).expect(400);

  const looks = await api.request.get('/api/v1/me/accesses').set(person.auth).expect(200);
  expect(looks.body.items[0]).toMatchObject({ purpose: '核对判定规则下的人员' });
});
