import { limits } from '@anxing/contract/limits';

import { Point } from '../../../api/src/models/point';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { checkPoints, pointCsv, sendPoints, storedPoints, toldFaults } from '../../support/api/pointSheet';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

describe('what is wrong', () => {
  test('is named: row, column and a sentence for each', async () => {
    const { auth } = await signedInStaff(api.services);
    const checked = await checkPoints(
      api,
      auth,
      pointCsv(
        ',示例路 1 号,mall,350102,,,,,,',
        '奶茶🧋,𠀀街,赌场,999999,,帐篷,,,,',
        '一,路,mall,350102,,,100,120,,',
        '二,路,mall,350102,,,-5,,,',
        '三,路,mall,350102,,,99999999,12.5,,',
        '四,路,mall,350102,,,许多,,,',
        '五,路,mall,350102,,,,,1 路,闽A12345',
        `${'长'.repeat(61)},路,mall,35,,,,,,`,
      ),
    );

    expect(toldFaults(checked)).toEqual([
      [2, '名称', 'Required'],
      [3, '类型', 'Not one of the choices'],
      [3, '名称', 'Contains characters the poster font lacks'],
      [3, '地址', 'Contains characters the poster font lacks'],
      [3, '类别', 'Unknown category'],
      [3, '区划', 'Unknown division code'],
      [4, '预警线', 'The warning line is above the capacity'],
      [5, '容量', 'Too small'],
      [6, '容量', 'Too large'],
      [6, '预警线', 'Wrong type'],
      [7, '容量', 'Wrong type'],
      [8, '线路', expect.stringContaining('vehicle')],
      [8, '车牌号', expect.stringContaining('vehicle')],
      [9, '名称', 'Too long'],
      [9, '区划', 'Unknown division code'],
    ]);
    expect(checked).toMatchObject({ rows: 8, ready: 0 });
    expect(checked.faults[7]).toMatchObject({ value: '-5', message: '数值过小' });
  });

  test('stays out when the rest is confirmed, with what stands below it', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const file = pointCsv(
      'A 座,路 1 号,mall,350102,,,0,,,',
      '一层,路 1 号,mall,350102,A 座,floor,,,,',
      '西门,路 1 号,mall,350102,A 座 / 一层,gate,,,,',
      'B 座,路 2 号,mall,350102,,,,,,',
    );
    const checked = await checkPoints(api, auth, file);
    expect(toldFaults(checked)).toEqual([
      [2, '容量', 'Too small'],
      [3, '上级', 'The row of the parent has faults'],
      [4, '上级', 'The row of the parent has faults'],
    ]);
    const { body } = await sendPoints(api, auth, file, checked.check).expect(200);
    expect(body.added).toHaveLength(1);
    expect((await storedPoints(unit.id)).map(({ name }) => name)).toEqual(['B 座']);
  });

  test('above a point: nobody, several, itself, too deep, closed, another unit’s', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const name = (text: string, more: object = {}) =>
      buildPoint(api.services, { unit, values: { name: text, ...more } });
    const [hall] = [await name('大厅'), await name('大厅'), await name('旧厅', { active: false })];
    const floor = await buildPoint(api.services, { unit, parent: hall, values: { name: '二层' } });
    await buildPoint(api.services, { unit, parent: floor, values: { name: '窗口' } });
    await buildPoint(api.services, { values: { name: '别家' } });
    const row = (own: string, above: string) => `${own},路,mall,350102,${above},,,,,`;
    const checked = await checkPoints(
      api,
      auth,
      pointCsv(
        ...[row('一', '没有'), row('二', '大厅'), row('三', '三'), row('四', '窗口'), row('五', '旧厅')],
        ...[row('六', '别家'), row('七', '八'), row('八', '七'), row('九', '大厅／二层')],
      ),
    );

    expect(toldFaults(checked)).toEqual([
      [2, '上级', 'No point is called so'],
      [3, '上级', 'Several points are called so, tell the path'],
      [4, '上级', 'No point is called so'],
      [5, '上级', 'No such parent point, or too deep'],
      [6, '上级', 'No point is called so'],
      [7, '上级', 'No point is called so'],
      [8, '上级', 'No such parent point, or too deep'],
      [9, '上级', 'No such parent point, or too deep'],
    ]);
    expect(checked.ready).toBe(1);
  });

  test('twice the same: in the list, and already there, open or closed', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    await buildPoint(api.services, { unit, values: { name: '书店', address: '示例路 1 号' } });
    await buildPoint(api.services, { unit, values: { name: '旧店', address: '路', active: false } });
    const checked = await checkPoints(
      api,
      auth,
      pointCsv(
        ...['书 店,示例路1号,mall,350102,,,,,,', '旧店,路,mall,350102,,,,,,', '新店,路,mall,350102,,,,,,'],
        ...['新店,路,mall,350102,,,,,,', '新店,路 2 号,mall,350102,,,,,,', '新店,路,mall,350102,书店,,,,,'],
      ),
    );

    expect(checked.faults.map(({ row, message }) => [row, message])).toEqual([
      [2, '已有相同的服务点：上级、名称和地址都相同'],
      [3, '已有相同的服务点，目前已停用，可在列表中重新启用'],
      [5, '与第 4 行重复：上级、名称和地址都相同'],
    ]);
    expect(checked.ready).toBe(3);
  });

  test('of the headings: columns that are missing or there twice', async () => {
    const { auth } = await signedInStaff(api.services);
    const checked = await checkPoints(api, auth, '名称,地址,名称,备注\n一,路,二,x\n');

    expect(toldFaults(checked)).toEqual([
      [1, '名称', 'The column is there more than once'],
      [1, '类别', 'The column is missing'],
      [1, '区划', 'The column is missing'],
    ]);
    expect(checked).toMatchObject({ rows: 0, ready: 0, ignored: ['备注'] });
  });

  test('beyond what a unit may have', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const rows = Array.from({ length: limits.sheetRows }, (_, i) => `点${i},路 ${i} 号,mall,350102,,,,,,`);
    const { check: confirm } = await checkPoints(api, auth, pointCsv(...rows));
    const { body } = await sendPoints(api, auth, pointCsv(...rows), confirm).expect(200);
    expect(body.added).toHaveLength(limits.pointsPerUnit);
    expect(await Point.count({ where: { unitId: unit.id } })).toBe(limits.pointsPerUnit);

    const more = await checkPoints(api, auth, pointCsv('再一个,路,mall,350102,,,,,,'));
    expect(toldFaults(more)).toEqual([[2, null, 'A unit has at most 2000 points']]);
  });
});
