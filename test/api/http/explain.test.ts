import { addDays, dayOf } from '../../../api/src/base/days';
import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { textOfRules } from '../../../api/src/commands/rules/storedRules';
import { writeAs } from '../../../api/src/context';
import { newId } from '../../../api/src/base/ids';
import { purgeFacts } from '../../../api/src/jobs/purgeFacts';
import { createBy } from '../../../api/src/models/auditedModel';
import { RuleVersion } from '../../../api/src/models/ruleVersion';
import { explainPerson } from '../../../api/src/status/explain';
import { buildFeedClient } from '../../support/api/feedClient';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

/** Rules without medicine, approved a moment ago. */
async function approveWithoutMedicine(): Promise<number> {
  const { rules } = await api.services.rules.at(api.clock.now());
  const version = ((await RuleVersion.max<number, RuleVersion>('version')) ?? 0) + 1;
  const text = textOfRules(
    rules.map((rule) => (rule.id === 'medicine' ? { ...rule, enabled: false } : rule)),
  );
  await writeAs(api.services, system, (scene) =>
    createBy(RuleVersion, scene, {
      id: newId(scene.now),
      version,
      state: 'approved',
      comment: '不计购药',
      rules: text,
      createdAt: scene.now,
      approvedAt: scene.now,
      takesForceAt: scene.now,
    }),
  );

  return version;
}

test('the same person at the same time always gets the same answer, whatever came later', async () => {
  const { person, idNumber } = await buildPerson(api.services);
  const start = api.clock.now();
  api.clock.advance(hourMs);
  await buildFact(api.services, idNumber, { source: 'medicine', kind: 'purchase' });
  const [bought, day] = [api.clock.now(), today()];
  api.clock.advance(hourMs);
  const version = await approveWithoutMedicine();
  const changed = api.clock.now();

  const answers = async () =>
    Promise.all([start, bought, changed].map((at) => explainPerson(api.services, person, at)));
  const first = await answers();
  expect(first.map(({ verdict }) => verdict.colour)).toEqual(['green', 'orange', 'green']);
  expect(first.map(({ ruleVersion }) => ruleVersion)).toEqual([1, 1, version]);
  expect(first[1]?.verdict.reasons).toMatchObject([{ rule: 'medicine', date: day }]);
  expect(first[1]?.facts).toHaveLength(1);

  api.clock.advance(40 * dayMs);
  await deliverFacts(api.services, {
    source: 'cases',
    submittedBy: 'test',
    facts: [{ idType: 'resident', idNumber, kind: 'confirmed', date: addDays(today(), -45) }],
  });
  expect(await answers()).toEqual(first);
});

test('what was withdrawn later was on record then', async () => {
  const { person, idNumber } = await buildPerson(api.services);
  const feed = await buildFeedClient(api, 'fever');
  const row = { idNumber, date: today() };
  await feed.deliver([row]).expect(201);
  const then = api.clock.now();
  api.clock.advance(2 * hourMs);
  await feed.deliver([{ ...row, operation: 'withdraw' }]).expect(201);
  expect((await explainPerson(api.services, person, then)).verdict.colour).toBe('orange');
  expect((await explainPerson(api.services, person, api.clock.now())).verdict.colour).toBe('green');
});

test('that a feed was late then is known too', async () => {
  const { person } = await buildPerson(api.services);
  const now = api.clock.now();
  const early = await explainPerson(api.services, person, now);
  expect(early.verdict.colour).toBe('green');
  const late = await explainPerson(api.services, person, now + 3 * dayMs);
  expect(late.verdict).toMatchObject({ colour: 'unknown' });
  expect(late.verdict.late.length).toBeGreaterThan(0);
});

test('what retention took is told, with the day on which it went', async () => {
  const { person, idNumber } = await buildPerson(api.services);
  await buildFact(api.services, idNumber);
  const then = api.clock.now();
  expect((await explainPerson(api.services, person, then)).gaps).toEqual([]);

  api.clock.advance((api.services.config.retention.factDays - 1) * dayMs);
  await purgeFacts(api.services);
  expect(await explainPerson(api.services, person, then)).toMatchObject({
    verdict: { colour: 'orange' },
    gaps: [],
  });

  api.clock.advance(3 * dayMs);
  const purgedFrom = api.clock.now();
  await purgeFacts(api.services);
  const after = await explainPerson(api.services, person, then);
  expect(after.facts).toEqual([]);
  expect(after.gaps).toMatchObject([{ subject: 'facts' }]);
  expect(after.gaps[0]?.purgedAt).toBeGreaterThanOrEqual(purgedFrom);
  // Of today nothing is missing.
  expect((await explainPerson(api.services, person, api.clock.now())).gaps).toEqual([]);
});

test('what still counts is never purged, however old it is', async () => {
  const { person, idNumber } = await buildPerson(api.services);
  await buildFact(api.services, idNumber, { source: 'cases', kind: 'confirmed' });
  api.clock.advance(400 * dayMs);
  await purgeFacts(api.services);
  const { verdict } = await explainPerson(api.services, person, api.clock.now());
  expect(verdict).toMatchObject({ colour: 'orange', reasons: [{ rule: 'cases' }] });
});
