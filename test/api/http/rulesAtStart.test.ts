import type { RiskRule } from '@anxing/contract/riskRules';

import { refuseUnknownRules } from '../../../api/src/commands/rules/refuseUnknownRules';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { RuleVersion } from '../../../api/src/models/ruleVersion';
import { approveRules } from '../../support/api/approvedRules';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;

beforeEach(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
});

afterEach(() => api.close());

const changed = (change: Partial<RiskRule>) =>
  approveRules(api.services, (rules) =>
    rules.map((rule) => (rule.id === 'fever' ? { ...rule, ...change } : rule)),
  );

const refused = (...words: string[]) =>
  expect(refuseUnknownRules(api.services)).rejects.toMatchObject({
    name: 'Error',
    exitCode: 78,
    message: expect.stringMatching(new RegExp(words.join('[^]*'))),
  });

test('the rules in force fit the files', () => refuseUnknownRules(api.services));

test.each<[string, Partial<RiskRule>, string]>([
  ['a colour', { colour: 'yellow' }, 'yellow'],
  ['a source', { when: [{ source: 'stars', kinds: ['x'], minAgeDays: 0, lasts: 'whileValid' }] }, 'stars'],
  ['a level', { when: [{ regionLevels: ['lava'], days: 14 }] }, 'lava'],
])(
  '%s that a rule in force names and the files have lost keeps the house from starting',
  async (_what, change, name) => {
    const version = await changed(change);
    await refused(String(version), name);
  },
);

test('so does one of rules that take force later, and none of rules that are past', async () => {
  const version = await changed({ colour: 'yellow' });
  await RuleVersion.update({ takesForceAt: api.clock.now() + hourMs }, { where: { version } });
  await api.services.rules.reload();
  await refused(String(version), 'fever', 'yellow');

  api.clock.advance(2 * hourMs);
  await changed({ colour: 'orange' });
  await refuseUnknownRules(api.services);
});

test('so does a colour that somebody has', async () => {
  const { person } = await buildPerson(api.services);
  await person.update({ colour: 'purple' });
  await refused('purple');
});
