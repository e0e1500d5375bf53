import { readOptions } from '../../bench/options.mjs';

test('three rounds of five seconds unless told', () => {
  expect(readOptions([])).toMatchObject({
    mode: 'paths',
    seconds: 5,
    rounds: 3,
    connections: 64,
    people: 10_000,
  });
});

test('a quick run is one short round, and what is said counts', () => {
  expect(readOptions(['--quick', '--seconds', '1'])).toMatchObject({ seconds: 1, rounds: 1 });
  expect(readOptions(['overload', '--connections', '16'])).toMatchObject({
    mode: 'overload',
    connections: 16,
  });
  expect(readOptions(['--only', 'code,scans'])).toMatchObject({ only: ['code', 'scans'] });
  expect(readOptions(['--profile', 'visits'])).toMatchObject({ profile: 'visits' });
});

test('the bench of colours has parts and sizes of its own', () => {
  expect(readOptions(['risk'])).toMatchObject({
    mode: 'risk',
    people: undefined,
    only: ['ingest', 'derive', 'recompute', 'resume', 'sqlite'],
  });
  expect(readOptions(['--only', 'ingest,sqlite', 'risk', '--rows', '500', '--people', '20'])).toMatchObject({
    only: ['ingest', 'sqlite'],
    rows: 500,
    people: 20,
  });
  expect(readOptions(['risk', '--profile', 'ingest'])).toMatchObject({ profile: 'ingest' });
});

test.each([
  [['risk', '--only', 'visits'], 'visits'],
  [['--secnds', '3'], '--secnds'],
  [['--seconds', '0'], '--seconds'],
  [['--seconds'], '--seconds'],
  [['--only', 'code,door'], 'door'],
  [['--profile'], '--profile'],
])('refuses %j', (args, named) => {
  expect(() => readOptions(args)).toThrow(named);
});
