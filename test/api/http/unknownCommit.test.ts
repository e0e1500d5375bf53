import type { Change } from '../../../api/src/storage/bus';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let heard: Change[];

beforeAll(async () => {
  api = await startApi({ feeds: false });
  api.services.bus.subscribe('changes', (changes) => heard.push(...changes));
});

beforeEach(() => {
  heard = [];
});

afterAll(() => api.close());

/** The next write is done, and then fails as told. */
function failAfterCommit(code: string): void {
  const { database } = api.services;
  const write = database.write.bind(database);
  jest.spyOn(database, 'write').mockImplementationOnce(async (work) => {
    await write(work);
    throw Object.assign(new Error(code), { code });
  });
}

test('what may have been committed is told: nobody keeps a copy of what was before', async () => {
  failAfterCommit('PROTOCOL_CONNECTION_LOST');
  await expect(buildUnit(api.services)).rejects.toThrow('PROTOCOL_CONNECTION_LOST');
  expect(heard).toEqual([{ table: 'units', id: expect.any(String) }]);
});

test('what certainly was not is not told', async () => {
  failAfterCommit('ER_DUP_ENTRY');
  await expect(buildUnit(api.services)).rejects.toThrow('ER_DUP_ENTRY');
  expect(heard).toEqual([]);
});
