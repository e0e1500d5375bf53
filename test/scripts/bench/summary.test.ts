import { summarise, shareOfOthers } from '../../bench/summary.mjs';
import { align, table } from '../../bench/table.mjs';

function measurement(id: string, round: number, measured: number, more: object = {}) {
  const result = {
    measured,
    seconds: 2,
    latency: { p50: 1, p99: 10 },
    cpu: { node: measured * 80, database: measured * 40, load: measured * 10 },
    machine: { busy: measured * 150, all: measured * 200 },
    memory: { node: 100e6 },
    errors: 0,
    wrong: 0,
    ...more,
  };

  return { id, round, result };
}

const cases = [
  { id: 'node', title: 'bare' },
  { id: 'visits', title: 'check in', plain: 'plain', target: { node: 0.11, plain: 10, p99: 50 } },
  { id: 'plain', title: '… plain' },
  { id: 'device', title: 'device', target: { node: 0.04 }, pending: 'comes later' },
];

const rounds = [
  measurement('node', 0, 1),
  measurement('visits', 0, 1),
  measurement('node', 1, 1000),
  measurement('visits', 1, 200),
  measurement('plain', 1, 10),
  measurement('node', 2, 500),
  measurement('visits', 2, 50),
  measurement('plain', 2, 10),
  measurement('node', 3, 100),
  measurement('visits', 3, 30),
  measurement('plain', 3, 2),
];

describe('summarise', () => {
  it('takes ratios within a round, then the median, and leaves the warm-up out', () => {
    const [, visits] = summarise(cases, rounds);

    expect(visits).toMatchObject({ speed: 25, node: 0.2, plain: 15, nodeMicros: 80, databaseMicros: 40 });
    expect(visits?.plainCpu).toBe(1);
    expect(visits).toMatchObject({ isValid: true, missed: [] });
  });

  it('names every target that is missed', () => {
    const slow = rounds.map((one) =>
      one.id === 'visits' ? measurement('visits', one.round, 1, { latency: { p50: 40, p99: 50.1 } }) : one,
    );

    expect(summarise(cases, slow)[1]?.missed).toEqual(['node', 'plain', 'p99']);
  });

  it.each(['errors', 'wrong'])('takes no result for valid that has %s', (fault) => {
    const [, visits] = summarise(cases, [...rounds, measurement('visits', 4, 90, { [fault]: 1 })]);

    expect(visits?.isValid).toBe(false);
    expect(table(summarise(cases, [...rounds, measurement('visits', 4, 90, { [fault]: 1 })]))).toContain(
      'INVALID',
    );
  });

  it('keeps the row of what cannot be measured yet', () => {
    const rows = summarise(cases, rounds);

    expect(rows[3]).toEqual({
      id: 'device',
      title: 'device',
      target: { node: 0.04 },
      pending: 'comes later',
    });
    expect(table(rows)).toMatch(/^device .*comes later$/m);
  });
});

test('others are who used the machine beside the servers, the database and the load', () => {
  expect(shareOfOthers([measurement('visits', 1, 100)])).toBeCloseTo(0.1);
  expect(
    shareOfOthers([measurement('visits', 1, 100, { cpu: { node: 15_000, database: Number.NaN } })]),
  ).toBe(0);
});

test('numbers stand under each other', () => {
  expect(
    align([
      ['path', 'req/s', 'targets'],
      ['show code', '9', 'ok'],
    ]),
  ).toBe('path       req/s  targets\nshow code      9  ok');
});
