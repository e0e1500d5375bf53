import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Metrics } from '../../api/src/base/metrics';
import { loadSettings, settingNames } from '../../api/src/base/settings';
import { requiredVariables } from '../../api/src/providers/settings';
import { writeSecrets } from '../support/api/secretsFile';

const folder = path.resolve('docs/operation');
const page = readFileSync('docs/operation.md', 'utf8');
const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** The first cells of the table below a heading. */
function firstCells(heading: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';

  return [...section.matchAll(/^\| `([\w]+)`/gm)].map(([, name]) => name ?? '');
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set(text.match(pattern) ?? [])];
}

test('the table of settings has every setting, and no other', () => {
  expect(firstCells('Settings').sort()).toEqual([...settingNames].sort());
});

test('settings that are named elsewhere exist', () => {
  const known = [
    ...settingNames,
    ...Object.values(requiredVariables).flat(),
    'ANXING_WECHAT',
    'ANXING_ALIPAY',
    'ANXING_NATIONAL',
  ];
  const named = [page, ...files].flatMap((text) => namesIn(text, /\b(?:ANXING_[A-Z_\d]+|[A-Z]+_URL)\b/g));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test('our own numbers are told, and those that are told exist', () => {
  const { registry } = new Metrics();
  const existing = registry.getMetricsAsArray().map(({ name }) => name);
  const told = firstCells('What to watch');
  const built = readFileSync('api/src/buildServices.ts', 'utf8');
  const own = [...existing, ...namesIn(built, /anxing_\w+/g)];
  expect(own.filter((name) => name.startsWith('anxing_') && !told.includes(name))).toEqual([]);
  expect(told.filter((name) => !own.includes(name))).toEqual([]);
});

test('the example of settings is complete: only its blanks are to be filled in', () => {
  const lines = readFileSync(path.join(folder, 'anxing.env'), 'utf8').match(/^\w+=.*$/gm) ?? [];
  const example = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s) as [string, string]));
  const settings = loadSettings({ ...example, ANXING_SECRETS_FILE: writeSecrets() });
  expect(settings).toMatchObject({ mode: 'production', proxyHops: 1, varDir: '/var/lib/anxing' });
  expect(Object.keys(example)).toEqual(
    expect.arrayContaining([...requiredVariables.sms, ...requiredVariables.identity]),
  );
});

test('a process has more time to end than its requests have', () => {
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(files.join('\n')) ?? [];
  const [, patience] =
    /^const patience = (\d+)_000;$/m.exec(readFileSync('api/src/web/serveHttp.ts', 'utf8')) ?? [];
  expect(Number(patience)).toBeGreaterThan(0);
  expect(Number(seconds)).toBeGreaterThan(2 * Number(patience));
});
