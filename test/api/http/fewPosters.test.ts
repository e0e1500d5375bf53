import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { pagesIn, posterBatchPath as path, unitToPrint } from '../../support/api/posterBatch';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';
import { decoded, pagePng } from '../unit/posters/decoding';

jest.setTimeout(60_000);

const outsiders = ['guard', 'viewer', 'clerk'] as const;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function few(auth: Auth, points: readonly string[], query: object = {}) {
  return api.request
    .get(path)
    .set(auth)
    .query({ points: points.join(','), ...query });
}

describe('few posters at once', () => {
  test('are one PDF, a page each, each with its own code', async () => {
    const { auth, postered } = await unitToPrint(api);
    const ids = postered.map(({ id }) => id);
    const { headers, body } = await few(auth, ids, { size: 'a5' }).buffer(true).expect(200);

    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toContain(encodeURIComponent('张贴码-3张-A5.pdf'));
    expect(pagesIn(body)).toBe(3);
    for (const [i, { link }] of postered.entries()) {
      expect(await decoded(pagePng(body, i + 1, 110))).toEqual({ zbar: link, jsqr: link });
    }
  });

  test('each point without a poster in force is named', async () => {
    const { auth, postered, bare, closed } = await unitToPrint(api, 1);
    const refused = await few(auth, [postered[0]?.id ?? '', bare.id, closed.id]).expect(409);

    expect(codeOf(refused)).toBe('posters_missing');
    expect(faultsOf(refused)).toEqual({
      'points.1': '“未生成” has no poster in force',
      'points.2': '“已停用” has no poster in force',
    });
  });

  test('wrong input is named, and more than twenty are for a batch', async () => {
    const { auth, postered } = await unitToPrint(api, 1);
    const many = Array.from({ length: 21 }, (_, i) => (postered[0]?.id ?? '').replace(/..$/, String(i + 10)));

    expect(faultsOf(await few(auth, many).expect(400))).toEqual({
      points: 'At most 20 at once: start a batch for more',
    });
    expect(Object.keys(faultsOf(await few(auth, ['x'], { size: 'b4', print: 1 }).expect(400)))).toEqual([
      'points.0',
      'print',
      'size',
    ]);
    expect(faultsOf(await api.request.get(path).set(auth).expect(400))).toEqual({ points: 'Required' });
  });

  test('another unit’s point is not there, and nobody else may', async () => {
    const { postered } = await unitToPrint(api, 1);
    const stranger = await signedInStaff(api.services);
    const ids = postered.map(({ id }) => id);

    await few(stranger.auth, ids).expect(404);
    await expectOnlyFor(api, (auth) => few(auth, ids), [...outsiders]);
  });
});
