import { divisionRanges } from '../../../../api/src/base/divisionRanges';

/** Which of some codes lie in the ranges of divisions. */
function found(areas: string[], codes: string[]): string[] {
  const ranges = divisionRanges(areas);

  return codes.filter((code) => ranges.some(({ from, until }) => code >= from && code < until));
}

const codes = ['', '349900', '350000', '350100', '350103', '350103001002', '350104', '350200', '360000'];

test.each([
  [['350103'], ['350103', '350103001002']],
  [['350100'], ['350100', '350103', '350103001002', '350104']],
  [['350000'], ['350000', '350100', '350103', '350103001002', '350104', '350200']],
  [
    ['350103', '360000'],
    ['350103', '350103001002', '360000'],
  ],
  [[], []],
])('in %j lie %j', (areas, inside) => {
  expect(found(areas, codes)).toEqual(inside);
});

test('what lies in a division that is there is not looked for twice', () => {
  expect(divisionRanges(['350103', '350100', '350203'])).toEqual([
    { from: '3501', until: '3501:' },
    { from: '350203', until: '350203:' },
  ]);
  expect(divisionRanges(['350000', '350100', '350103'])).toEqual([{ from: '35', until: '35:' }]);
});
