import { idNumberCheck } from '@anxing/contract/idNumber';

import { agreedNumber } from '../../../../api/src/commands/idCard/numberInText';

const today = '2026-11-22';
const number = (first17: string) => first17 + idNumberCheck(first17);
const mine = number('35010219500307001');
const other = number('35010219500307002');

test.each([
  ['both read it', [mine, mine], mine],
  [
    'among other lines, with gaps and a check character in small letters',
    [`姓名 x\n ${mine.toLowerCase()}\n8`, mine.replace(/(.{6})/, '$1 ')],
    mine,
  ],
  ['after digits that are none of it', [`53${mine}`, mine], mine],
  ['one reads it', [mine, ''], undefined],
  ['one reads another one', [mine, other], undefined],
  ['one reads two', [`${mine}\n${other}`, mine], undefined],
  ['a wrong check character', [mine.replace(/.$/, '0'), mine.replace(/.$/, '0')], undefined],
  ['no such day', [number('35010219500230001'), number('35010219500230001')], undefined],
  ['a day to come', [number('35010220270101001'), number('35010220270101001')], undefined],
  ['no such province', [number('99010219500307001'), number('99010219500307001')], undefined],
])('%s', (_, readings, expected) => {
  expect(agreedNumber(readings as [string, string], today)).toBe(expected);
});
