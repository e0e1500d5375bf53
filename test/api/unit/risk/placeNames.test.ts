import { buildingName, communityName } from '../../../../api/src/risk/feedRows/placeNames';
import { buildingSpellings, communitySpellings } from '../../../../api/src/risk/feedRows/placeSpellings';

const home = '阳光花园';
const building = (text: string) => buildingName(text, home);

describe('a building', () => {
  test.each([
    [
      '3',
      '３',
      '03',
      '003',
      '三',
      '3号楼',
      '3 号楼',
      '03号楼',
      '３号楼',
      '三号楼',
      '第3号楼',
      '第三栋',
      '叁号楼',
    ],
    [
      '3号楼',
      '3幢',
      '3栋',
      '3座',
      '3#',
      '3＃',
      '3#楼',
      '3号',
      '3楼',
      '3号幢',
      '3号栋',
      '3幢楼',
      'No.3',
      'no3栋',
    ],
    [
      '3号楼',
      '阳光花园3号楼',
      '阳光花园小区3幢',
      '3号楼2单元',
      '3幢2单元501室',
      '3号楼501',
      '3栋-2-501',
      '3-2-501',
    ],
    ['13号楼', '十三号楼', '13幢', '013', '一十三栋'],
    ['20号楼', '二十幢', '贰拾号楼'],
    ['103幢', '一百零三号楼', '一〇三栋'],
    ['A座', 'a座', 'Ａ座', 'A栋', 'A', 'A号楼', 'a幢'],
    ['A3栋', 'a03号楼', 'A3'],
    ['3A栋', '3a', '03A号楼'],
    ['甲座', '甲楼', '甲栋'],
    ['东区3号楼', '东区三幢', '东区03#'],
    ['二期3号楼', '2期3幢', '第二期第3栋'],
    ['3-1', '3-1号楼', '03-1幢'],
    ['综合楼', ' 综合楼'],
  ])('%s is written in many ways', (...spellings) => {
    expect([...new Set(spellings.map(building))]).toHaveLength(1);
  });

  test('is another one by its number, its letter or what stands before it', () => {
    const all = ['3号楼', '13号楼', '30号楼', '3-1号楼', '1-3号楼', 'A3号楼', '3A号楼', 'A座', 'B座', '甲座'];
    const more = [
      '东区3号楼',
      '西区3号楼',
      '2期3号楼',
      '长安路5号院3号楼',
      '综合楼',
      '教学楼',
      '东楼',
      '三十一幢',
    ];
    const names = [...all, ...more].map(building);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    '',
    ' ',
    '-',
    '/',
    '无',
    '不详',
    '未知',
    '全部',
    '整个小区',
    '2单元',
    '501室',
    '3、5号楼',
    '3号楼和5号楼',
    '1号楼至5号楼',
  ])('is not known where there stands %j', (text) => {
    expect(building(text)).toBe('');
  });
});

describe('a community', () => {
  test.each([
    ['阳光花园', '阳光花园小区', '阳光花园社区', '阳光 花园', '阳光花园住宅小区', '阳光·花园', '“阳光花园”'],
    [
      '阳光花园二期',
      '阳光花园2期',
      '阳光花园第二期',
      '阳光花园（二期）',
      '阳光花园小区二期',
      '阳光花园２期小区',
    ],
    ['万科城A区', '万科城a区', '万科城(A区)'],
    ['五一新村', '五一新村小区'],
  ])('%s is written in many ways', (...spellings) => {
    expect([...new Set(spellings.map(communityName))]).toHaveLength(1);
  });

  test('is another one by its name, and never without one', () => {
    const names = [
      '阳光花园',
      '阳光苑',
      '阳光花园1期',
      '阳光花园二期',
      '阳光',
      '三里屯',
      '3里屯',
      '小区',
      '社区',
    ].map(communityName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name !== '')).toBe(true);
  });
});

test('a name stays what it is when it is read again', () => {
  const buildings = ['三号楼', 'a座', '东区03#', '综合楼', '3-1', '3-2-501', '阳光花园3幢'].map(building);
  expect(buildings.map(building)).toEqual(buildings);
  const communities = ['阳光花园（二期）', '五一新村小区', '小区', '小区小区'].map(communityName);
  expect(communities.map(communityName)).toEqual(communities);
});

test('what was stored under another usual spelling is looked for', () => {
  expect(communitySpellings('阳光花园小区')).toEqual(
    expect.arrayContaining(['阳光花园', '阳光花园小区', '阳光花园社区']),
  );
  expect(communitySpellings('阳光花园2期')).toEqual(
    expect.arrayContaining(['阳光花园二期', '阳光花园2期小区']),
  );
  expect(buildingSpellings('3幢', home)).toEqual(
    expect.arrayContaining(['3', '3号楼', '3幢', '3栋', '3座', '3#', '3号', '3楼', '03号楼', '三号楼', '三']),
  );
  expect(buildingSpellings('A座', home)).toEqual(expect.arrayContaining(['A', 'A座', 'A栋']));
  expect(buildingSpellings('东区3幢', home)).toEqual(expect.arrayContaining(['东区3号楼', '东区三号楼']));
  expect(buildingSpellings('综合楼', home)).toEqual(['综合楼']);
});
