import { readEvents } from '../../support/api/eventReader';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/unit/flow/stream';
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

test('a server that is to end tells its streams so, and takes no more', async () => {
  const { auth } = await signedInStaff(api.services);
  const stream = await readEvents(api, path, auth);
  await stream.next('snapshot');
  api.services.flow.streams.close();
  expect(await stream.next('end')).toEqual({ reason: 'shutdown' });
  await stream.ended;
  expect(stream.headers.connection).toBe('close');
  expect(codeOf(await api.request.get(path).set(auth).expect(503))).toBe('unavailable');
});
