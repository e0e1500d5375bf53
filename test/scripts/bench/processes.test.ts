import { cpuMicros, cpuOfStat, machineOfStat, memoryBytes } from '../../bench/measure/processes.mjs';

test('user and system time are found behind a name with brackets and spaces', () => {
  const stat = '42 (node (a b)) R 1 42 42 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 11 0 100 0 0';

  expect(cpuOfStat(stat)).toBe(1_750_000);
});

test('waiting for a disk is idle, and being kept waiting by another machine is busy', () => {
  const stat = 'cpu  100 10 50 700 40 5 6 9 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n';

  expect(machineOfStat(stat)).toEqual({ busy: 1_800_000, all: 9_200_000 });
});

test('of processes that are not here nothing is known', () => {
  expect(cpuMicros([process.pid])).toBeGreaterThan(0);
  expect(memoryBytes([process.pid])).toBeGreaterThan(1_000_000);
  expect(cpuMicros([0])).toBeNaN();
  expect(memoryBytes([0])).toBeNaN();
});
