import { readOptions } from '../../../scripts/turnstile/options.mjs';
import { usage } from '../../../scripts/turnstile/usage.mjs';

const run = '019a0000-0000-7000-8000-000000000000';
const enrol = ['enrol', '--url', 'https://code.example.gov.cn', '--code', 'ABCD-EFGH', '--serial', 'SN-1'];

test('what a scan is told', () => {
  const args = [
    'scan',
    '--text',
    'AX1:x',
    '--temperature',
    '36.5',
    '--mask',
    'no',
    '--skew',
    '-30',
    '--once',
  ];
  expect(readOptions(args)).toEqual({
    action: 'scan',
    options: {
      folder: 'var/turnstile',
      text: 'AX1:x',
      temperature: 36.5,
      mask: false,
      skewSeconds: -30,
      isOnce: true,
    },
  });
});

test('a run is an address of one', () => {
  const path = `/api/v1/device/conformance/${run}`;
  expect(readOptions(['try', '--address', `http://127.0.0.1:8080${path}`]).options).toMatchObject({
    address: { origin: 'http://127.0.0.1:8080', path },
  });
});

test.each([
  [[], 'try, enrol, scan, status'],
  [['open'], 'try, enrol, scan, status'],
  [['enrol'], '--url, --code, --serial'],
  [enrol.map((arg) => arg.replace('https:', 'http:')), 'https'],
  [enrol.map((arg) => arg.replace('SN-1', 'SN 1')), '--serial'],
  [['try', '--address', 'https://code.example.gov.cn/api'], '--address'],
  [['scan', '--temperature', '50'], '34 and 43'],
  [['scan', '--mask', 'perhaps'], '--mask'],
  [['scan', '--text'], '--text'],
  [['status', '--once'], '--once'],
])('%j is refused with what is wrong', (args, what) => {
  expect(() => readOptions(args)).toThrow(what);
});

test('every option is told of', () => {
  for (const name of [
    'state',
    'url',
    'code',
    'serial',
    'address',
    'text',
    'picture',
    'direction',
    'temperature',
  ]) {
    expect(usage).toContain(`--${name} `);
  }
});
