import { pageSizes } from '../../../api/src/posters/pageSizes';
import { forgetJobs } from '../../support/api/jobWorker';
import { drawnBatch, fileOfJob, unitToPrint } from '../../support/api/posterBatch';
import { startApi, type TestApi } from '../../support/api/testApi';
import { damaged } from '../../support/pictures/damage';
import { cutCodes } from '../unit/posters/codePictures';
import { decoded, pagePng } from '../unit/posters/decoding';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => forgetJobs(api));

afterAll(() => api.close());

test('each of twenty pages holds the code of its own point, read by two readers crooked and out of focus', async () => {
  const { auth, ids, postered } = await unitToPrint(api, 20);
  const { job } = await drawnBatch(api, auth, { points: ids });
  const pdf = (await fileOfJob(api, auth, job.id).expect(200)).body as Buffer;

  for (const [i, { link }] of postered.entries()) {
    const [code] = await cutCodes(pagePng(pdf, i + 1, 100), pageSizes.a4);
    const seen = await damaged(code ?? Buffer.of(), { tilt: (i % 9) - 4, width: 220, blur: 0.6 });

    expect(await decoded(seen)).toEqual({ zbar: link, jsqr: link });
  }
});
