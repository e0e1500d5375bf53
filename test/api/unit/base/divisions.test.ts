import table from '../../../../config/divisions.json';
import {
  divisionProblems,
  divisionsIn,
  fullName,
  nearDivisions,
  upwards,
} from '../../../../api/src/base/divisions';

const namesIn = (within: string) => divisionsIn(table, within).map(({ name }) => name);

describe('the table that comes with it', () => {
  test('is in order and whole: provinces, cities, and the counties of Fujian', () => {
    expect(divisionProblems(table)).toEqual([]);
    expect(table.filter(({ code }) => code.endsWith('0000'))).toHaveLength(34);
    expect(table.filter(({ code }) => /^\d\d(?!00)\d\d00$/.test(code))).toHaveLength(333);
    expect(table.filter(({ code }) => /^35\d\d(?!00)\d\d$/.test(code))).toHaveLength(84);
  });

  test('tells what lies in a province, a city, a municipality', () => {
    expect(namesIn('350000')).toHaveLength(9);
    expect(namesIn('350200')).toEqual(['思明区', '海沧区', '湖里区', '集美区', '同安区', '翔安区']);
    expect(namesIn('310000')).toContain('浦东新区');
    expect(namesIn('420000')).toEqual(expect.arrayContaining(['武汉市', '神农架林区']));
    expect(namesIn('350102')).toEqual([]);
  });

  test('names what lies above, and an unknown code as it is', () => {
    expect(fullName(table, '350102')).toBe('福建省福州市鼓楼区');
    expect(fullName(table, '350102003001')).toBe('福建省福州市鼓楼区');
    expect(fullName(table, '310115')).toBe('上海市浦东新区');
    expect(fullName(table, '350000')).toBe('福建省');
    expect(fullName(table, '359999')).toBe('359999');
  });

  test('gives the provinces and all of the own one for choosing', () => {
    const near = nearDivisions(table, '350000').map(({ code }) => code);
    expect(near).toEqual(expect.arrayContaining(['110000', '350000', '350100', '350982']));
    expect(near).not.toContain('440100');
    expect(near).toHaveLength(34 + 9 + 84);
  });
});

describe('a table that is wrong', () => {
  const row = (code: string) => ({ code, name: '示例' });

  test.each([
    ['a code twice', ['110000', '110000'], '110000 示例 comes after 110000'],
    ['out of order', ['350000', '110000'], '110000 示例 comes after 350000'],
    ['a county without its city', ['350000', '350102'], '350102 示例 lies in 350100, which is missing'],
    ['a city without its province', ['350100'], '350100 示例 lies in 350000, which is missing'],
    ['a district without its municipality', ['310115'], '310115 示例 lies in 310000, which is missing'],
  ])('%s', (_what, codes, problem) => {
    expect(divisionProblems(codes.map(row))).toEqual([expect.stringContaining(problem)]);
  });
});

test('a community lies in a county, a city and a province', () => {
  expect(upwards('350102003001')).toEqual(['350102', '350100', '350000']);
  expect(upwards('350100')).toEqual(['350100', '350000']);
  expect(upwards('350000')).toEqual(['350000']);
});
