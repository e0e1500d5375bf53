import { divisionList } from '@anxing/contract/divisions';

import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const read = (query: object = {}) => api.request.get('/api/v1/divisions').query(query);

async function namesIn(within?: string): Promise<string[]> {
  const { body } = await read(within === undefined ? {} : { within }).expect(200);

  return divisionList.parse(body).items.map(({ name }) => name);
}

test('anybody reads the provinces, and what lies in one or in a city', async () => {
  expect(await namesIn()).toHaveLength(34);
  expect(await namesIn('420000')).toEqual(expect.arrayContaining(['武汉市', '仙桃市']));
  expect(await namesIn('350200')).toContain('思明区');
  expect(await namesIn('350203')).toEqual([]);
  const { headers } = await read().expect(200);
  expect(headers['cache-control']).toBe('public, max-age=3600');
});

test('wrong questions are named, and kept nowhere', async () => {
  expect(faultsOf(await read({ within: '990000' }).expect(400))).toEqual({ within: 'Unknown division code' });
  expect(faultsOf(await read({ within: 'x', q: '福' }).expect(400))).toEqual({
    q: 'Unknown field',
    within: 'Unknown division code',
  });
  const { headers } = await read({ within: '990000' });
  expect(headers['cache-control']).toBe('no-store');
  expect(codeOf(await api.request.post('/api/v1/divisions').send({}).expect(405))).toBe('method_not_allowed');
});
