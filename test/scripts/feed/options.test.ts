import { readOptions } from '../../../scripts/feed/options.mjs';

const keyId = '019a0000-0000-7000-8000-000000000000';
const complete = {
  '--url': 'https://code.example.gov.cn',
  '--source': 'fever',
  '--key-id': keyId,
  '--key': 'feed-key.pem',
  '--batch': '2026-11-21',
  '--sequence': '12',
};

/** A command line; an option with undefined is left out. */
function send(given: Record<string, string | undefined> = {}, ...rest: string[]): string[] {
  const options = Object.entries({ ...complete, ...given });
  const written = options.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));

  return ['send', ...written, ...(rest.length > 0 ? rest : ['visits.csv'])];
}

test('a batch with everything that it needs', () => {
  expect(readOptions(send({ '--as-of': '2026-11-21T08:00' }, '--dry', 'visits.csv'))).toEqual({
    action: 'send',
    options: {
      origin: 'https://code.example.gov.cn',
      source: 'fever',
      keyId,
      keyFile: 'feed-key.pem',
      batch: '2026-11-21',
      sequence: 12,
      asOf: Date.parse('2026-11-21T00:00:00Z'),
      isDry: true,
      file: 'visits.csv',
    },
  });
});

test('how many rows there are to be, none among them', () => {
  expect(readOptions(send({ '--rows': '0' })).options).toMatchObject({ rows: 0 });
  expect(readOptions(send({ '--rows': '300' })).options).toMatchObject({ rows: 300 });
  expect(() => readOptions(send({ '--rows': 'all' }))).toThrow('--rows');
});

test.each([
  ['2026-11-21T08:00', '2026-11-21T00:00:00Z'],
  ['2026-11-21 08:00:30', '2026-11-21T00:00:30Z'],
  ['2026-11-21T08:00Z', '2026-11-21T08:00:00Z'],
  ['2026-11-21T08:00-05:00', '2026-11-21T13:00:00Z'],
])('%s is Beijing time unless it says otherwise', (text, same) => {
  expect(readOptions(send({ '--as-of': text })).options).toMatchObject({ asOf: Date.parse(same) });
});

test.each(['http://127.0.0.1:8080', 'http://localhost:8080/', 'https://code.example.gov.cn:8443'])(
  'goes to %s',
  (url) => {
    expect(readOptions(send({ '--url': url })).options).toMatchObject({ origin: new URL(url).origin });
  },
);

test.each([
  [['send'], '--url, --source, --key-id, --key, --batch, --sequence, <file>'],
  [send({ '--url': 'http://code.example.gov.cn' }), 'https'],
  [send({ '--url': 'https://code.example.gov.cn/api' }), '--url'],
  [send({ '--url': 'code.example.gov.cn' }), '--url'],
  [send({ '--source': '../cases' }), '--source'],
  [send({ '--key-id': '12' }), '--key-id'],
  [send({ '--batch': 'two words' }), '--batch'],
  [send({ '--sequence': '0' }), '--sequence'],
  [send({ '--sequence': '1.5' }), '--sequence'],
  [send({ '--as-of': '2026-02-30T08:00' }), '--as-of'],
  [send({ '--as-of': '2026-11-21T25:00' }), '--as-of'],
  [send({ '--as-of': 'yesterday' }), '--as-of'],
  [send({ '--charset': 'latin1' }), '--charset'],
  [send({}, 'one.csv', 'two.csv'), 'two.csv'],
  [send({}, '--retry', 'one.csv'), '--retry'],
  [['send', '--url', '--source', 'fever'], '--url'],
  [['keygen'], '--out'],
  [['keygen', '--out', 'keys', '--dry'], '--dry'],
  [['show', '--out', 'keys'], '--out'],
  [['constructor'], 'keygen, show, send'],
  [[], 'keygen, show, send'],
])('refuses %j as wrong usage', (args, named) => {
  expect(() => readOptions(args)).toThrow(
    expect.objectContaining({ name: 'Fault', exitCode: 64, message: expect.stringContaining(named) }),
  );
});
