import { pointFilter } from '@anxing/contract/points';
import { pointImportQuery, type PointImport } from '@anxing/contract/pointSheets';

import { checked, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { matching } from './matching';
import type { FakeCall, FakeRoute } from './fakeRoute';

const check = 'c'.repeat(43);

/** What every list that is sent here holds: five rows, two of them wrong. */
export function fakeCheck(): PointImport {
  const fault = (row: number, column: string, value: string, message: string) => ({
    row,
    column,
    value,
    message,
    messageEn: message,
  });

  return {
    check,
    rows: 5,
    ready: 3,
    faults: [
      fault(3, '类别', '赌场', '不认识的场所类别'),
      fault(5, '容量', '-20', '数值过小'),
      fault(5, '预警线', '一百', '格式不正确'),
    ],
    ignored: ['备注'],
    added: null,
  };
}

function load({ house, query }: FakeCall) {
  const { confirm } = checked(pointImportQuery, query);
  const answer = house.importAnswer ?? fakeCheck();
  const ids = Array.from({ length: answer.ready }, (_, i) => fakeId(1, house.points.length + i + 1));
  if (confirm) {
    const [model] = house.points.slice(-1);
    ids.forEach(
      (id, i) => model && house.points.push({ ...model, id, name: `导入点 ${i + 1}`, poster: null }),
    );
  }

  return json({ ...answer, added: confirm ? ids : null });
}

function totals({ house, query }: FakeCall) {
  const found = matching(house, checked(pointFilter, query));
  const open = found.filter(({ active }) => active);

  return json({
    points: found.length,
    open: open.length,
    missing: open.filter(({ poster }) => !poster).length,
  });
}

const file = () => ({ status: 200, headers: { 'content-type': 'text/csv' }, body: '名称,地址' });

export const pointSheetRoutes: FakeRoute[] = [
  { call: /^GET unit\/points\/totals$/, handle: totals },
  { call: /^GET unit\/points\/template\.(csv|xlsx)$/, handle: file },
  { call: /^GET unit\/points\.(csv|xlsx)$/, handle: file },
  { call: /^POST unit\/points\/imports$/, handle: load },
];
