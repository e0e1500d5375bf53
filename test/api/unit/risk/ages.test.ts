import { ageOn } from '@anxing/contract/idNumber';
import fc from 'fast-check';

import { addDays, dayOf } from '../../../../api/src/base/days';
import { spanOfAges } from '../../../../api/src/risk/ages';

const zone = 'Asia/Shanghai';

const birthDays = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays('1910-01-01', days))
  .filter((day) => day < '2020-01-01');

function isMeant(ages: { from: number; to: number | null }, birth: string | null, at: number): boolean {
  const { from, to } = spanOfAges(ages, birth, zone);

  return from <= at && at < to;
}

test('a rule is about somebody exactly while the age lies within its ages', () => {
  fc.assert(
    fc.property(
      birthDays,
      fc.integer({ min: 0, max: 90 }),
      fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
      fc.integer({ min: 0, max: 40_000 }),
      (birth, from, more, days) => {
        const to = more === null ? null : from + more;
        const at = Date.parse('2020-01-01T00:00:00+08:00') + days * 6 * 3_600_000;
        const age = ageOn(birth, dayOf(at, zone));

        expect(isMeant({ from, to }, birth, at)).toBe(age >= from && (to === null || age <= to));
      },
    ),
  );
});

test('who was born on 29 February is a year older on 1 March of other years', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const ages = { from: 18, to: 18 };
  expect(isMeant(ages, '2004-02-29', at('2022-02-28T23:59:59'))).toBe(false);
  expect(isMeant(ages, '2004-02-29', at('2022-03-01T00:00:00'))).toBe(true);
  expect(isMeant({ from: 20, to: null }, '2004-02-29', at('2024-02-29T00:00:00'))).toBe(true);
});

test('whose birth is not known is meant by every rule', () => {
  expect(isMeant({ from: 60, to: 70 }, null, 0)).toBe(true);
  expect(spanOfAges(undefined, '2004-02-29', zone)).toEqual({ from: -Infinity, to: Infinity });
});
