import { limits } from '@anxing/contract/limits';
import { xlsxType, type PointImport } from '@anxing/contract/pointSheets';

import type { Cell } from '../../../api/src/sheets/writeCsv';
import { writeXlsx } from '../../../api/src/sheets/writeXlsx';
import { auditEvents } from '../../support/api/auditEvents';
import { signedInStaff } from '../../support/api/factories/signedIn';
import {
  checkPoints,
  pointCsv,
  pointImportPath,
  sendPoints,
  storedPoints,
} from '../../support/api/pointSheet';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

describe('a list without faults', () => {
  const file = pointCsv(
    '政务中心,示例路 1 号,行政服务中心,350102,,场所,"1,200",1000,,',
    '一层,示例路 1 号,行政服务中心,350102000001,政务中心,楼层,,,,',
    '东门,示例路 1 号,行政服务中心,350102,政务中心 / 一层,出入口,８０,,,',
    '12 路,示例路公交站,场站码头、交通工具、公路通道,350102,,交通工具,60人,,12 路,闽A·12345',
  );

  test('is checked first: nothing is added', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const checked = await checkPoints(api, auth, file);

    expect(checked).toMatchObject({ rows: 4, ready: 4, faults: [], ignored: [], added: null });
    expect(checked.check).toMatch(/^[\w-]{43}$/);
    expect(await storedPoints(unit.id)).toEqual([]);
  });

  test('is added when it is confirmed, each point audited', async () => {
    const { auth, staff, unit } = await signedInStaff(api.services);
    const checked = await checkPoints(api, auth, file);
    const { body } = await sendPoints(api, auth, file, checked.check).expect(200);
    const points = await storedPoints(unit.id);
    const [hall, floor, gate, bus] = points;

    expect(body).toMatchObject({ ready: 4, faults: [], added: points.map(({ id }) => id) });
    expect(points).toMatchObject([
      {
        name: '政务中心',
        kind: 'place',
        capacity: 1200,
        warningLine: 1000,
        parentId: null,
        rootId: hall?.id,
      },
      { name: '一层', kind: 'floor', division: '350102000001', parentId: hall?.id, rootId: hall?.id },
      { name: '东门', kind: 'gate', capacity: 80, parentId: floor?.id, rootId: hall?.id },
      { name: '12 路', kind: 'vehicle', line: '12 路', plate: '闽A12345', parentId: null },
    ]);
    expect(new Set(points.map(({ reference }) => reference)).size).toBe(4);
    for (const { id } of [gate, bus].filter((point) => point !== undefined)) {
      expect(await auditEvents(api.services, id)).toMatchObject([
        { action: 'points.create', actor: `staff:${staff.id}` },
      ]);
    }
  });

  test('confirmed twice at once it is added once', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const { check: confirm } = await checkPoints(api, auth, file);
    const answers = await Promise.all([1, 2].map(() => sendPoints(api, auth, file, confirm).expect(200)));
    const added = answers.map(({ body }) => (body as PointImport).added?.length).sort();

    expect(added).toEqual([0, 4]);
    expect(await storedPoints(unit.id)).toHaveLength(4);
    const again = (await sendPoints(api, auth, file, confirm).expect(200)).body as PointImport;
    expect(again.faults.map(({ message }) => message)).toEqual(
      Array(4).fill('已有相同的服务点：上级、名称和地址都相同'),
    );
  });

  test('as xlsx, below a title and with headings as people write them', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const rows: Cell[][] = [
      ['2026 年服务点', null, null, null, null],
      ['* 名称（必填）', '详细地址', '场所类别', '行政区划', '备注', '容量'],
      ['榕城书店', '示例街 2 号', 'mall', 350102, '二期', 80],
    ];
    const xlsx = await writeXlsx([{ name: '表', widths: [10], rows }]);
    const { body } = await sendPoints(api, auth, xlsx, undefined, xlsxType).expect(200);
    expect(body).toMatchObject({ rows: 1, ready: 1, faults: [], ignored: ['备注'] });
    await sendPoints(api, auth, xlsx, body.check, xlsxType).expect(200);

    expect(await storedPoints(unit.id)).toMatchObject([
      { name: '榕城书店', address: '示例街 2 号', category: 'mall', division: '350102', capacity: 80 },
    ]);
  });
});

describe('a file', () => {
  test('other than the one that was checked is not taken', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const { check: confirm } = await checkPoints(api, auth, pointCsv('一,路,mall,350102,,,,,,'));
    const other = await sendPoints(api, auth, pointCsv('二,路,mall,350102,,,,,,'), confirm).expect(409);

    expect(codeOf(other)).toBe('sheet_changed');
    expect(await storedPoints(unit.id)).toEqual([]);
  });

  test.each([
    ['that is none', Buffer.from('89504e470d0a1a0a00', 'hex'), 'Not a CSV or xlsx file that can be read'],
    [
      'of before 2007',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'Old .xls files are not read, save it as .xlsx',
    ],
    ['with nothing in it', Buffer.from('\n\n'), 'The file is empty'],
    [
      'with too many rows',
      Buffer.from(pointCsv(...Array<string>(2_001).fill('一,路,mall,350102'))),
      'At most 2000 rows, split the file',
    ],
  ])('%s is refused with a sentence', async (_, file, why) => {
    const { auth } = await signedInStaff(api.services);
    const refused = await sendPoints(api, auth, file).expect(422);

    expect(codeOf(refused)).toBe('sheet_refused');
    expect(faultsOf(refused)).toEqual({ file: why });
  });

  test('of more than 5 MB, or of another type, is not read', async () => {
    const { auth } = await signedInStaff(api.services);
    const large = Buffer.alloc(limits.sheetBytes + 1, 'a');

    expect(codeOf(await sendPoints(api, auth, large).expect(413))).toBe('body_too_large');
    expect(codeOf(await sendPoints(api, auth, pointCsv(), undefined, 'text/plain').expect(415))).toBe(
      'unsupported_media_type',
    );
    expect(codeOf(await sendPoints(api, auth, '{}', undefined, 'application/json').expect(415))).toBe(
      'unsupported_media_type',
    );
    expect(codeOf(await api.request.post(pointImportPath).set(auth).expect(415))).toBe(
      'unsupported_media_type',
    );
  });

  test('of unannounced length ends at 5 MB', async () => {
    const { auth } = await signedInStaff(api.services);
    async function* endless() {
      for (let i = 0; i < 100; i += 1) {
        yield Buffer.alloc(65_536, 'a');
      }
    }
    const answer = await fetch(`${api.url}${pointImportPath}`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'text/csv' } as Record<string, string>,
      body: endless() as never,
      duplex: 'half',
    } as RequestInit);

    expect(answer.status).toBe(413);
  });

  test('with wrong words beside it is refused; nobody else may send one', async () => {
    const { auth } = await signedInStaff(api.services);
    const wrong = await sendPoints(api, auth, pointCsv(), 'x').expect(400);
    expect(Object.keys(faultsOf(wrong))).toEqual(['confirm']);
    await expectOnlyFor(api, (who) => sendPoints(api, who, pointCsv()), ['guard', 'viewer', 'clerk']);
  });
});
