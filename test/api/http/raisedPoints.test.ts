import { raisedPoints } from '../../../api/src/status/raisedPoints';
import type { Row } from '../../../api/src/storage/database';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => jest.restoreAllMocks());

afterAll(() => api.close());

async function pointIn(division: string): Promise<string> {
  return (await buildPoint(api.services, { values: { division } })).id;
}

test('only points of raised regions are read, communities among them, without counties that were taken out', async () => {
  const read = jest.spyOn(api.services.database, 'read');
  expect(await raisedPoints(api.services)).toEqual([]);
  await pointIn('350203');
  await pointIn('440103');
  const inCity = [await pointIn('350103'), await pointIn('350103001002'), await pointIn('350100')];
  const takenOut = await pointIn('350104');
  await buildRegionLevel(api.services, { division: '350100', level: 'cluster' });
  await buildRegionLevel(api.services, { division: '350104', level: 'none' });
  read.mockClear();
  expect((await raisedPoints(api.services)).sort()).toEqual([...inCity].sort());
  const rows = (await Promise.all(read.mock.results.map(({ value }) => value as Promise<Row[]>))).flat();
  expect(rows.map(({ id }) => String(id)).sort()).toEqual([...inCity, takenOut].sort());
});

test('of a raised province all points are meant', async () => {
  const there = [await pointIn('360000'), await pointIn('360102'), await pointIn('360981001')];
  await buildRegionLevel(api.services, { division: '360000', level: 'community' });
  expect(await raisedPoints(api.services)).toEqual(expect.arrayContaining(there));
});
