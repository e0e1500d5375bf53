import type { RiskRule } from '@anxing/contract/riskRules';

import { dayOf } from '../../../api/src/base/days';
import { jobKinds } from '../../../api/src/commands/jobKinds';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { purgeTrials } from '../../../api/src/jobs/purgeTrials';
import { Person } from '../../../api/src/models/person';
import { approveRules } from '../../support/api/approvedRules';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPeople } from '../../support/api/factories/buildPeople';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import type { Auth } from '../../support/api/factories/signedIn';
import { buildFeedClient } from '../../support/api/feedClient';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let author: Auth;
let jobs: LongJobs;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  author = (await verifiedStaff(api.services, { roles: ['rules'] })).auth;
  jobs = new LongJobs(api.services, jobKinds);
  Object.assign(api.services.config.policy.turning, { share: 0, people: 1 });
});

afterEach(() => api.clock.reset());

afterAll(async () => {
  await jobs.stop();
  await api.close();
});

const reports = (minAgeDays: number) => (rules: RiskRule[]) =>
  rules.map((rule) =>
    rule.id === 'selfReport'
      ? {
          ...rule,
          enabled: true,
          when: [{ source: 'reports', kinds: ['symptom'], minAgeDays, lasts: { days: 14 } }],
        }
      : rule,
  );

async function tried(change: (rules: RiskRule[]) => RiskRule[]) {
  const { version: basedOn, rules } = await api.services.rules.at(api.clock.now());
  const at = '/api/v1/operator/rules';
  const made = await api.request
    .post(at)
    .set(author)
    .send({ comment: '试行', basedOn, rules: change([...rules]) })
    .expect(201);
  const place = `${at}/${made.body.version}`;
  await api.request.post(`${place}/dry-runs`).set(author).send({ scope: 'everyone' }).expect(202);
  await jobs.turn();
  await jobs.settled();

  return (await api.request.get(place).set(author).expect(200)).body.dryRun;
}

test('a trial counts whom a rule will turn only days after the event', async () => {
  for (const { idNumber } of await buildPeople(api.services, 3)) {
    await buildFact(api.services, idNumber, { source: 'reports', kind: 'symptom' });
  }
  await buildPeople(api.services, 2);

  expect(await tried(reports(3))).toMatchObject({
    state: 'done',
    done: await Person.count(),
    total: await Person.count(),
    turned: 3,
    isAboveShare: true,
    changes: [{ from: 'green', to: 'orange', count: 3 }],
  });
});

test('who is shown by a trial is forgotten with the passages of the time; its numbers stay', async () => {
  const [person] = await buildPeople(api.services, 1);
  await buildFact(api.services, person?.idNumber ?? '', { source: 'reports', kind: 'symptom' });
  const { examples, turned } = await tried(reports(0));
  expect(examples).not.toEqual([]);
  const shown = async () => {
    const rows = await api.services.database.select('SELECT result FROM dry_runs ORDER BY id DESC LIMIT 1');

    return JSON.parse(String(rows[0]?.result));
  };
  await purgeTrials(api.services);
  expect(await shown()).toMatchObject({ turned, examples });
  api.clock.advance(31 * 24 * hourMs);
  await purgeTrials(api.services);

  expect(await shown()).toMatchObject({ turned, examples: [] });
});

const medicine = (enabled: boolean) => (rules: RiskRule[]) =>
  rules.map((rule) => (rule.id === 'medicine' ? { ...rule, enabled } : rule));

test('a batch is held for whom rules will turn that are approved and not in force yet', async () => {
  await approveRules(api.services, medicine(false));
  api.clock.advance(1_000);
  const client = await buildFeedClient(api, 'medicine');
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  const deliver = async () => {
    const people = await buildPeople(api.services, 3);
    const rows = people.map(({ idNumber }) => ({ idNumber, date, drugCode: 'N02BE01' }));

    return (await client.deliver(rows).expect(201)).body.batch;
  };
  expect(await deliver()).toMatchObject({ state: 'inForce' });
  await approveRules(api.services, medicine(true), { inMs: hourMs });

  expect(await deliver()).toMatchObject({ state: 'waiting', changeId: null });
});
