import file from '../../../../config/regionLevels.json';
import { levelsOfDay } from '../../../../api/src/risk/levelsOfDay';
import { levelNamed, parseRegionLevels } from '../../../../api/src/risk/regionLevels';
import type { LevelPeriod } from '../../../../api/src/risk/regionPeriods';

const levels = parseRegionLevels(file);

function withLevel(changes: object): unknown {
  return { levels: [{ ...file.levels[0], ...changes }, ...file.levels.slice(1)] };
}

describe('the configuration', () => {
  test('goes from the mildest, which holds where nothing was set, to the most severe', () => {
    expect(levels.lowest.name).toBe('无疫情区');
    expect(levels.all.map(({ name }) => name)).toEqual([
      '无疫情区',
      '零星散发疫情区',
      '局部聚集疫情区',
      '社区传播疫情区',
    ]);
    expect(levels.above).not.toContain(levels.lowest);
  });

  test.each([
    ['two of one id', withLevel({ id: 'cluster' }), 'cluster is used twice'],
    ['two of one name', withLevel({ name: '局部聚集疫情区' }), '局部聚集疫情区 is used twice'],
    ['two as severe as each other', withLevel({ severity: 20 }), '20 is used twice'],
    ['a text that is hard to read', withLevel({ ink: '#999999' }), 'hard to read'],
    ['one level', { levels: file.levels.slice(1, 2) }, 'levels'],
    ['a field that means nothing', withLevel({ colour: 'red' }), 'colour'],
    ['no list', [], 'the whole file'],
  ])('is refused with %s', (_what, json, problem) => {
    expect(() => parseRegionLevels(json)).toThrow(problem);
  });

  test('knows no other level', () => {
    expect(() => levelNamed(levels, 'purple')).toThrow(RangeError);
  });
});

describe('the level of a division on a day', () => {
  const period = (division: string, level: string, more: Partial<LevelPeriod> = {}): LevelPeriod => ({
    division,
    level,
    policy: null,
    fromDay: '2026-11-01',
    untilDay: null,
    changeId: null,
    ...more,
  });
  const on = (periods: LevelPeriod[], day = '2026-11-10') => levelsOfDay(levels, periods, day);

  test('is the lowest where nothing was set', () => {
    expect(on([]).of('350102')).toEqual({
      level: levels.lowest,
      policy: levels.lowest.policy,
      setFor: null,
      from: null,
      until: null,
    });
  });

  test('comes from the nearest division above that was set', () => {
    const all = on([
      period('350000', 'sporadic'),
      period('350100', 'community', { policy: '示例政策' }),
      period('350102', 'none', { untilDay: '2026-11-20' }),
    ]);

    expect(all.of('350102')).toMatchObject({
      level: { id: 'none' },
      setFor: '350102',
      from: '2026-11-01',
      until: '2026-11-20',
    });
    expect(all.of('350103')).toMatchObject({
      level: { id: 'community' },
      policy: '示例政策',
      setFor: '350100',
    });
    expect(all.of('350103001002')).toEqual(all.of('350103'));
    expect(all.of('350203')).toMatchObject({ level: { id: 'sporadic' }, setFor: '350000' });
    expect(all.of('440100').setFor).toBeNull();
    expect(all.raised).toEqual(['350000', '350100']);
  });

  test('holds from its first day to before the day on which it ends', () => {
    const periods = [period('350102', 'cluster', { fromDay: '2026-11-10', untilDay: '2026-11-12' })];
    const levelOn = (day: string) => on(periods, day).of('350102').level.id;

    expect(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'].map(levelOn)).toEqual([
      'none',
      'cluster',
      'cluster',
      'none',
    ]);
  });
});
