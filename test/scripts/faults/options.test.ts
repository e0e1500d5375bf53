import { isUuid7, timeOfUuid7 } from '@anxing/contract/uuid7';

import { allFaults } from '../../faults/faults/all.mjs';
import { readOptions } from '../../faults/options.mjs';
import { uuid7 } from '../../faults/phones/ledger.mjs';

test('everything runs unless told, each fault by a name of its own', () => {
  const names = allFaults.map(({ name }: { name: string }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(readOptions([])).toEqual({ isQuick: false, only: names, rounds: undefined });
});

test('some may be chosen, and how often', () => {
  const args = ['--quick', '--only', 'kill-mariadb,wrong-clock', '--rounds', '7'];
  expect(readOptions(args)).toEqual({ isQuick: true, only: ['kill-mariadb', 'wrong-clock'], rounds: 7 });
});

test.each([['--only', 'earthquake'], ['--only'], ['--rounds', '0'], ['--slowly']])(
  '%s %s is refused',
  (...args) => {
    expect(() => readOptions(args.filter(Boolean))).toThrow(/不认识|没有|需要/);
  },
);

test('phones name their check-ins as the mini-program does', () => {
  const at = Date.now();
  const ids = Array.from({ length: 100 }, () => uuid7(at));
  expect(ids.every((id) => isUuid7(id) && timeOfUuid7(id) === at)).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
