import { cheapScrypt } from '../../support/api/cheapScrypt';
import { dumpDatabase } from '../../support/api/dumpDatabase';
import { Story, type Confided } from '../../support/api/story';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let confided: Confided;
let dump: Map<string, string>;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi();
  const story = new Story(api);
  await story.play();
  ({ confided } = story);
  dump = await dumpDatabase(api.services);
}, 20_000);

afterAll(() => api.close());

/** A text as it is, and as it would look in bytes that somebody encoded. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value);

  return [
    value,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    JSON.stringify(value).slice(1, -1),
  ];
}

function tablesWith(value: string): string[] {
  return [...dump].flatMap(([table, text]) =>
    spellings(value).some((spelling) => text.includes(spelling)) ? [table] : [],
  );
}

test('the story reaches every table, and the search finds what is there', () => {
  const empty = [...dump].filter(([, text]) => text === '').map(([table]) => table);
  expect(empty).toEqual([
    'batch_posters',
    'conformance_runs',
    'device_keys',
    'device_models',
    'device_moves',
    'device_refusals',
    'device_states',
    'devices',
    'dry_runs',
    'family_members',
    'feed_faults',
    'feed_keys',
    'flow_notices',
    'flow_samples',
    'flow_states',
    'flow_warnings',
    'paper_cards',
    'poster_prints',
    'purges',
    'region_levels',
    'region_proposals',
    'register_rows',
    'rule_versions',
    'screening_counts',
    'screening_dues',
    'seal_places',
    'settings_versions',
    'turns',
  ]);
  expect(Object.values(confided).map((values) => (values as string[]).length > 1)).toEqual(
    Array(5).fill(true),
  );
  expect(tablesWith('示例商场')).toEqual(['units']);
  expect(api.readLog()).toContain('"pattern":"/posters/{token}"');
});

test.each(['names', 'idNumbers', 'phones', 'passwords', 'tokens'] as const)(
  'neither a table nor the log holds any of the %s that were told',
  (kind) => {
    const log = api.readLog();
    const found = confided[kind].map((value) => [value, tablesWith(value)] as const);
    expect(found.filter(([, tables]) => tables.length > 0)).toEqual([]);
    expect(confided[kind].filter((value) => log.includes(value))).toEqual([]);
  },
);

test('not even a part of a document number', () => {
  for (const idNumber of confided.idNumbers) {
    expect(tablesWith(idNumber.slice(0, 14))).toEqual([]);
  }
});

test('the audit chain is whole, and tells who did what without saying anything of them', async () => {
  const [report] = await api.services.audit.verify();
  const rows = await api.services.database.select('SELECT actor, action, payload FROM audit_events');
  expect(report).toMatchObject({ events: rows.length, brokenAt: null, why: null });
  const actions = new Set(rows.map(({ action }) => String(action)));
  const wanted = [
    'accounts.create',
    'consents.create',
    'persons.create',
    'persons.join',
    'persons.read',
    'sessions.create',
    'staff.update',
    'staff.unknown',
    'units.create',
    'points.create',
    'posters.create',
    'duties.create',
    'messages.update',
    'facts.add',
    'feed_batches.create',
  ];
  expect(wanted.filter((action) => !actions.has(action))).toEqual([]);
  expect(rows.filter(({ actor }) => !/^(account|staff|system):[\w-]+$/.test(String(actor)))).toEqual([]);
});
