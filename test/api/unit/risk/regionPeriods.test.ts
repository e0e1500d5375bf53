import fc from 'fast-check';

import file from '../../../../config/regionLevels.json';
import { addDays } from '../../../../api/src/base/days';
import { upwards } from '../../../../api/src/base/divisions';
import { levelsOfDay } from '../../../../api/src/risk/levelsOfDay';
import { parseRegionLevels } from '../../../../api/src/risk/regionLevels';
import {
  covers,
  isKnown,
  planLevel,
  type LevelPeriod,
  type RecordedPeriod,
} from '../../../../api/src/risk/regionPeriods';

const levels = parseRegionLevels(file);

interface Setting extends LevelPeriod {
  at: number;
}

const dayOf = (number: number) => addDays('2026-11-01', number);

/** Close together, so that they meet often. */
const settings = fc
  .array(
    fc.record({
      division: fc.constantFrom('350102', '350103', '350100', '350000'),
      level: fc.constantFrom(...levels.all.map(({ id }) => id)),
      policy: fc.constantFrom(null, '示例政策'),
      from: fc.nat(8),
      days: fc.option(fc.integer({ min: 1, max: 6 })),
      pause: fc.nat(2),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    let at = 0;

    return all.map(({ from, days, pause, ...one }, index): Setting => {
      at += pause;

      return {
        ...one,
        fromDay: dayOf(from),
        untilDay: days === null ? null : dayOf(from + days),
        changeId: `change ${index}`,
        at,
      };
    });
  });

/** The record as the command keeps it: rows are closed and written, never changed otherwise. */
function recordOf(all: readonly Setting[]): RecordedPeriod[] {
  const record: RecordedPeriod[] = [];
  for (const { at, ...setting } of all) {
    const open = record.filter((row) => row.recordedUntil === null && row.division === setting.division);
    const { closed, written } = planLevel(open, setting);
    record.filter(({ id }) => closed.includes(id)).forEach((row) => (row.recordedUntil = at));
    for (const period of written) {
      record.push({ ...period, id: String(record.length), recordedFrom: at, recordedUntil: null });
    }
  }

  return record;
}

/** The latest setting that was known and covers the day, of the nearest division that has one. */
function replayed(all: readonly Setting[], division: string, day: string, knownAt: number) {
  const known = all.filter((setting) => setting.at <= knownAt && covers(setting, day));
  const latest = upwards(division).map((code) => known.filter((one) => one.division === code).at(-1));
  const found = latest.find((setting) => setting !== undefined);

  return { level: found?.level ?? levels.lowest.id, setFor: found?.division ?? null };
}

test('the level on any day as known at any time is that of the latest setting', () => {
  fc.assert(
    fc.property(settings, fc.nat(16), fc.nat(26), (all, number, knownAt) => {
      const record = recordOf(all).filter((row) => isKnown(row, knownAt));
      const resolved = levelsOfDay(levels, record, dayOf(number));
      for (const division of ['350102', '350103', '350104', '350100', '350203']) {
        const { level, setFor } = resolved.of(division);
        expect({ level: level.id, setFor }).toEqual(replayed(all, division, dayOf(number), knownAt));
      }
    }),
  );
});

test('at any time no day of a division is on record twice', () => {
  fc.assert(
    fc.property(settings, fc.nat(16), fc.nat(26), (all, number, knownAt) => {
      const there = recordOf(all).filter((row) => isKnown(row, knownAt) && covers(row, dayOf(number)));
      expect(new Set(there.map(({ division }) => division)).size).toBe(there.length);
    }),
  );
});

test('what stood there goes on before and after the days that were set', () => {
  const open: RecordedPeriod = {
    id: 'a',
    division: '350102',
    level: 'sporadic',
    policy: '示例政策',
    fromDay: '2026-11-01',
    untilDay: null,
    changeId: 'first',
    recordedFrom: 1,
    recordedUntil: null,
  };
  const setting = {
    ...open,
    level: 'cluster',
    policy: null,
    fromDay: '2026-11-10',
    untilDay: '2026-11-12',
    changeId: 'second',
  };
  const { closed, written } = planLevel([open], setting);

  expect(closed).toEqual(['a']);
  expect(
    written.map(({ level, fromDay, untilDay, changeId }) => [level, fromDay, untilDay, changeId]),
  ).toEqual([
    ['sporadic', '2026-11-01', '2026-11-10', 'first'],
    ['sporadic', '2026-11-12', null, 'first'],
    ['cluster', '2026-11-10', '2026-11-12', 'second'],
  ]);
});
