import { pointColumns, xlsxType } from '@anxing/contract/pointSheets';

import { readSheetFile } from '../../../api/src/sheets/readSheetFile';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { checkPoints, sendPoints, storedPoints, toldFaults } from '../../support/api/pointSheet';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const types = { csv: /^text\/csv; charset=utf-8$/, xlsx: new RegExp(`^${xlsxType}$`) };
const extensions = Object.keys(types) as (keyof typeof types)[];

function load(auth: Auth, name: string, query: object = {}) {
  return api.request
    .get(`/api/v1/unit/points${name}`)
    .set(auth)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

async function rowsOf(auth: Auth, name: string, query: object = {}): Promise<string[][]> {
  return readSheetFile((await load(auth, name, query).expect(200)).body as Buffer, { rows: 100 });
}

/** A unit with a building, a floor with a poster, and names that a spreadsheet would run. */
async function unitWithPoints() {
  const manager = await signedInStaff(api.services);
  const build = (values: object, parent?: Awaited<ReturnType<typeof buildPoint>>) =>
    buildPoint(api.services, { unit: manager.unit, values, ...(parent ? { parent } : {}) });
  const hall = await build({
    name: '=HYPERLINK("http://x")',
    address: '+86 路',
    capacity: 100,
    warningLine: 80,
  });
  const floor = await build({ name: '一层', address: '-1 层', kind: 'floor' }, hall);
  await build({ name: '旧门', address: '路', active: false });
  const { poster, link } = await buildPoster(api.services, floor);

  return { ...manager, hall, floor, poster, link };
}

describe.each(extensions)('the list as %s', (extension) => {
  test('tells the points, their posters and the links', async () => {
    const { auth, poster, link } = await unitWithPoints();
    const { headers } = await load(auth, `.${extension}`).expect(200);
    expect(headers['content-type']).toMatch(types[extension]);
    expect(headers['content-disposition']).toMatch(new RegExp(`filename\\*=UTF-8''.*\\.${extension}$`));

    const rows = await rowsOf(auth, `.${extension}`);
    expect(rows[0]?.slice(0, pointColumns.length)).toEqual(pointColumns.map(({ title }) => title));
    expect(rows.slice(1)).toEqual([
      [
        ...['=HYPERLINK("http://x")', '+86 路', '商场超市', '350102', '', '场所', '100', '80', '', ''],
        ...['使用中', '', '', '', '', ''],
      ],
      [
        ...['一层', '-1 层', '商场超市', '350102', '=HYPERLINK("http://x")', '楼层 / 区域', '', '', '', ''],
        ...['使用中', poster.shortCode, link, expect.stringMatching(/^\d{4}-\d\d-\d\d$/), '0', ''],
      ],
      ['旧门', '路', '商场超市', '350102', '', '场所', '', '', '', '', '已停用', '', '', '', '', ''],
    ]);
  });

  test('holds no formula', async () => {
    const { auth } = await unitWithPoints();
    const file = (await load(auth, `.${extension}`).expect(200)).body as Buffer;
    const cells = file
      .toString()
      .replace('\ufeff', '')
      .split(/\r\n|,/);

    expect(file.toString('latin1')).not.toContain('<f>');
    expect(extension === 'csv' ? cells.filter((cell) => /^"?[=+\-@]/.test(cell)) : []).toEqual([]);
  });

  test('is filtered like the list, and wrong filters are named', async () => {
    const { auth } = await unitWithPoints();

    expect(await rowsOf(auth, `.${extension}`, { poster: 'missing' })).toHaveLength(2);
    const wrong = await api.request
      .get(`/api/v1/unit/points.${extension}`)
      .set(auth)
      .query({ active: 'maybe', limit: 3 })
      .expect(400);
    expect(Object.keys(faultsOf(wrong))).toEqual(['active', 'limit']);
  });

  test('can be read again: everything is there already, and what is added finds its place', async () => {
    const { auth, unit, floor } = await unitWithPoints();
    const file = (await load(auth, `.${extension}`).expect(200)).body as Buffer;
    const checked = await checkPoints(api, auth, file);
    expect(toldFaults(checked).map(([row, , why]) => [row, why])).toEqual([
      [2, 'There is such a point: parent, name and address'],
      [3, 'There is such a point: parent, name and address'],
      [4, 'There is such a point, closed: reopen it'],
    ]);
    expect(checked.ignored).toEqual([]);

    if (extension === 'csv') {
      const more = Buffer.concat([file, Buffer.from('东门,路,mall,350102,一层,gate\r\n')]);
      const { check: confirm } = await checkPoints(api, auth, more);
      await sendPoints(api, auth, more, confirm).expect(200);
      expect((await storedPoints(unit.id)).at(-1)).toMatchObject({ name: '东门', parentId: floor.id });
    }
  });

  test('is of the own unit only, and for nobody else', async () => {
    await unitWithPoints();
    const stranger = await signedInStaff(api.services);
    expect(await rowsOf(stranger.auth, `.${extension}`)).toHaveLength(1);
    const plain = (who: Auth) => api.request.get(`/api/v1/unit/points.${extension}`).set(who);
    await expectOnlyFor(api, plain, ['guard', 'viewer', 'clerk']);
  });

  test('as an empty template has the headings that are read', async () => {
    const { auth } = await signedInStaff(api.services);
    expect(await rowsOf(auth, `/template.${extension}`)).toEqual([pointColumns.map(({ title }) => title)]);
    const template = (await load(auth, `/template.${extension}`).expect(200)).body as Buffer;
    expect(await checkPoints(api, auth, template)).toMatchObject({ rows: 0, ready: 0, faults: [] });
    const plain = (who: Auth) => api.request.get(`/api/v1/unit/points/template.${extension}`).set(who);
    await expectOnlyFor(api, plain, ['guard', 'viewer', 'clerk']);
  });
});
