import type { RiskRule } from '@anxing/contract/riskRules';

import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let author: Auth;

beforeAll(async () => {
  api = await startApi();
  await ensureFirstRules(api.services);
  author = (await signedInStaff(api.services, { roles: ['rules'] })).auth;
});

afterAll(() => api.close());

const at = '/api/v1/operator/rules';
const post = (path: string, body: object) =>
  api.request
    .post(at + path)
    .set(author)
    .send(body);

async function rulesInForce(): Promise<{ version: number; rules: RiskRule[] }> {
  return (await api.request.get(`${at}/1`).set(author).expect(200)).body;
}

/** The rules in force with one of them changed. */
async function changedRules(id: string, change: Partial<RiskRule>) {
  const { version, rules } = await rulesInForce();

  return { basedOn: version, rules: rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
}

describe('bad rules are named by their place', () => {
  const wrong: [string, Partial<RiskRule>, string][] = [
    ['a colour that nothing has', { colour: 'purple' }, 'colour'],
    ['the clear colour', { colour: 'green' }, 'colour'],
    [
      'a source that nobody delivers',
      { when: [{ source: 'stars', kinds: ['x'], minAgeDays: 0, lasts: 'whileValid' }] },
      'when.0.source',
    ],
    [
      'a kind that the source lacks',
      { when: [{ source: 'fever', kinds: ['dream'], minAgeDays: 0, lasts: 'whileValid' }] },
      'when.0.kinds',
    ],
    ['a level that no region has', { when: [{ regionLevels: ['lava'], days: 14 }] }, 'when.0.regionLevels'],
    [
      'days below nothing',
      { when: [{ source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0, lasts: { days: -1 } }] },
      'when.0.lasts.days',
    ],
    ['ages the wrong way round', { ages: { from: 60, to: 16 } }, 'ages'],
    ['a text that is missing', { reason: '' }, 'reason'],
  ];

  test.each(wrong)('%s', async (_what, change, place) => {
    const content = await changedRules('cases', change);
    const { body } = await post('', { comment: '错', ...content }).expect(400);
    expect((body.error.fields as { path: string }[]).map(({ path }) => path)).toContain(`rules.0.${place}`);
  });

  test('a rule twice', async () => {
    const { version, rules } = await rulesInForce();
    const [first] = rules;
    const { body } = await post('', { basedOn: version, comment: '重复', rules: [first, first] }).expect(400);
    expect(body.error.fields).toMatchObject([{ path: 'rules.1.id' }]);
  });
});
