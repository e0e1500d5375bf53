import fc from 'fast-check';

import { ageOn, birthDateOf, idNumberCheck, idNumberFault } from '@anxing/contract/idNumber';

const today = '2026-11-21';

/** A number with a right check character for seventeen digits. */
function numbered(first17: string): string {
  return first17 + idNumberCheck(first17);
}

test('the worked example of GB 11643 has the check character X', () => {
  expect(idNumberCheck('11010519491231002')).toBe('X');
});

test.each([
  ['35010219900307001', 'format'],
  ['3501021990030700１x', 'format'],
  [numbered('99010219900307001'), 'province'],
  [numbered('35010219900230001'), 'date'],
  [numbered('35010220990307001'), 'date'],
  [numbered('35999919900307001'), undefined],
])('%s: %s', (number, fault) => {
  expect(idNumberFault(number, today)).toBe(fault);
});

test('every single wrong digit and every swap of neighbours is found', () => {
  const digits = fc.stringMatching(/^3501021990030[0-9]{4}$/);
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first17, at, add) => {
      const number = numbered(first17);
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + add) % 10}${number.slice(at + 1)}`;
      expect(idNumberCheck(wrong.slice(0, 17))).not.toBe(number[17]);
      const [one, other] = [number.charAt(at), number.charAt(at + 1)];
      if (one !== other && other !== 'X') {
        const swapped = `${number.slice(0, at)}${other}${one}${number.slice(at + 2)}`;
        expect(idNumberCheck(swapped.slice(0, 17))).not.toBe(swapped[17]);
      }
    }),
  );
});

test('birth date and age', () => {
  const number = numbered('35010220080229001');
  expect(birthDateOf(number)).toBe('2008-02-29');
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

test('a birth date is a day of the calendar, and anything else is none', () => {
  const digits = fc.stringMatching(/^(18|19|20|21)[0-9]{2}[0-3][0-9][0-4][0-9]$/);
  fc.assert(
    fc.property(digits, (birth) => {
      const text = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
      const date = new Date(`${text}T00:00:00Z`);
      const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && birth >= '1900';
      expect(birthDateOf(`350102${birth}0011`)).toBe(isDay ? text : undefined);
    }),
    { numRuns: 2_000 },
  );
  expect(birthDateOf('350102 990.....1')).toBeUndefined();
});
