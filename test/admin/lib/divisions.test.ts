import { divisionName, divisionOptions } from '../../../admin/src/lib/divisions';

const divisions = [
  { code: '110000', name: '甲省' },
  { code: '110100', name: '乙市' },
  { code: '110102', name: '丙区' },
];

describe('divisions', () => {
  it('are told with what they lie in', () => {
    expect(divisionName(divisions, '110102')).toBe('甲省 / 乙市 / 丙区');
    expect(divisionName(divisions, '110000')).toBe('甲省');
    expect(divisionOptions(divisions).map(({ label }) => label)).toEqual([
      '甲省',
      '甲省 / 乙市',
      '甲省 / 乙市 / 丙区',
    ]);
  });

  it('of twelve digits are told by the first six, unknown ones by their code', () => {
    expect(divisionName(divisions, '110102003001')).toBe('甲省 / 乙市 / 丙区');
    expect(divisionName(divisions, '990000')).toBe('990000');
  });
});
