import { limits } from '@anxing/contract/limits';

import { loadProvinceConfig } from '../../../../api/src/base/provinceConfig';
import { planImport } from '../../../../api/src/commands/pointImport/planImport';
import { readPointTable } from '../../../../api/src/commands/pointImport/pointTable';
import type { Point } from '../../../../api/src/models/point';

const config = loadProvinceConfig('config');
const head = ['名称', '地址', '类别', '区划', '上级'];
const floors = 9;
const halls = limits.pointsPerUnit / (1 + floors);

function point(name: string, parentId: string | null): Point {
  return { id: `${parentId ?? ''}/${name}`, name, parentId, address: '路', active: true } as Point;
}

/** Halls with the same floors in each: a floor is found by its path only. */
function hallWithFloors(hall: number): Point[] {
  const top = point(`大厅 ${hall}`, null);
  const below = Array.from({ length: floors }, (_, floor) => point(`${floor} 层`, top.id));

  return [top, ...below];
}

test('a full list under a full unit is planned, and each name is brought into its normal form a few times', () => {
  const points = Array.from({ length: halls }, (_, hall) => hallWithFloors(hall)).flat();
  const rows = Array.from({ length: limits.sheetRows }, (_, i) => {
    const [hall, floor] = [i % halls, i % floors];

    return [`窗口 ${i}`, '路', 'mall', '350102', `大厅\u3000${hall} ／ ${floor}\u3000层`];
  });
  const normalize = jest.spyOn(String.prototype, 'normalize');
  const plan = planImport(readPointTable([head, ...rows]), {
    config,
    area: '350100',
    points,
    room: rows.length,
  });
  const calls = normalize.mock.calls.length;
  normalize.mockRestore();

  expect(plan.faults).toEqual([]);
  expect(plan.ready.map(({ parent }) => parent && 'point' in parent && parent.point.id)).toEqual(
    rows.map((_, i) => `/大厅 ${i % halls}/${i % floors} 层`),
  );
  expect(calls).toBeLessThan(10 * (points.length + rows.length));
});
