import { pointImport, type PointImport } from '@anxing/contract/pointSheets';

import { Point } from '../../../api/src/models/point';
import type { Auth } from './factories/signedIn';
import type { TestApi } from './testApi';

export const pointImportPath = '/api/v1/unit/points/imports';

const head = '名称,地址,类别,区划,上级,类型,容量,预警线,线路,车牌号';

/** A list of points as CSV: the headings and these rows. */
export function pointCsv(...rows: string[]): string {
  return [head, ...rows].join('\n');
}

/** Sends a list, with what its check answered to have it added. */
export function sendPoints(
  { request }: TestApi,
  auth: Auth,
  file: Buffer | string,
  confirm?: string,
  type = 'text/csv',
) {
  return request
    .post(pointImportPath)
    .set(auth)
    .query(confirm ? { confirm } : {})
    .set('content-type', type)
    .send(Buffer.isBuffer(file) ? file : Buffer.from(file));
}

export async function checkPoints(api: TestApi, auth: Auth, file: Buffer | string): Promise<PointImport> {
  return pointImport.parse((await sendPoints(api, auth, file).expect(200)).body);
}

/** Row, column and what is said, in English. */
export function toldFaults({ faults }: PointImport) {
  return faults.map(({ row, column, messageEn }) => [row, column, messageEn]);
}

export function storedPoints(unitId: string): Promise<Point[]> {
  return Point.findAll({ where: { unitId }, order: ['id'] });
}
