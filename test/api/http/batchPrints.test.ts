import { posterBatchPrinted } from '@anxing/contract/posterBatches';

import { tidyBatchPosters } from '../../../api/src/jobs/tidyBatchPosters';
import { Poster } from '../../../api/src/models/poster';
import { PosterPrint } from '../../../api/src/models/posterPrint';
import { auditEvents } from '../../support/api/auditEvents';
import { buildJob } from '../../support/api/factories/buildJob';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { forgetJobs, work } from '../../support/api/jobWorker';
import { drawnBatch, houseWorker, printBatch, startBatch, unitToPrint } from '../../support/api/posterBatch';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

const outsiders = ['guard', 'viewer', 'clerk'] as const;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => forgetJobs(api));

afterAll(() => api.close());

describe('printing a batch', () => {
  test('counts every poster in it, for its paper, each time', async () => {
    const { auth, staff, postered } = await unitToPrint(api, 2);
    const { job } = await drawnBatch(api, auth, { points: postered.map(({ id }) => id), size: 'a3' });
    const posters = await Poster.findAll({ where: { pointId: postered.map(({ id }) => id) } });
    const counted = () => PosterPrint.count({ where: { posterId: posters.map(({ id }) => id) } });
    expect(await counted()).toBe(0);

    const printed = await printBatch(api, auth, job.id).expect(201);
    expect(posterBatchPrinted.parse(printed.body)).toEqual({ counted: 2, revoked: [] });
    await printBatch(api, auth, job.id).expect(201);
    expect(await counted()).toBe(4);
    const { body } = await api.request.get(`/api/v1/unit/points/${postered[0]?.id}`).set(auth).expect(200);
    expect(body.poster).toMatchObject({ printed: 2, printedBySize: { a3: 2, a4: 0, a5: 0, card: 0 } });
    const events = await auditEvents(api.services, job.id);
    expect(events).toContainEqual(
      expect.objectContaining({ action: 'poster_prints.count', actor: `staff:${staff.id}` }),
    );
  });

  test('tells which posters were revoked since it was drawn', async () => {
    const { auth, postered } = await unitToPrint(api, 2);
    const { job } = await drawnBatch(api, auth, { points: postered.map(({ id }) => id) });
    const [first] = postered;
    await api.request.post(`/api/v1/unit/points/${first?.id}/posters`).set(auth).expect(201);

    expect((await printBatch(api, auth, job.id).expect(201)).body).toEqual({
      counted: 2,
      revoked: [{ id: first?.id, name: '张贴点0', serial: 1 }],
    });
  });

  test('is for whoever started it, once it is drawn, and for nothing but posters', async () => {
    const { auth, unit, staff, postered } = await unitToPrint(api, 1);
    const { body } = await startBatch(api, auth, { points: postered.map(({ id }) => id) }).expect(202);
    await printBatch(api, auth, body.job.id).expect(404);
    await work(houseWorker(api));
    const colleague = await signedInStaff(api.services, { unit });
    await printBatch(api, colleague.auth, body.job.id).expect(404);
    await printBatch(api, (await signedInStaff(api.services)).auth, body.job.id).expect(404);
    await printBatch(api, auth, (await buildJob(api.services, staff)).id).expect(404);
    await printBatch(api, auth, 'x').expect(404);
    const wrong = await api.request
      .post(`/api/v1/unit/jobs/${body.job.id}/prints`)
      .set(auth)
      .send({ copies: 2 });
    expect(faultsOf(wrong)).toEqual({ copies: 'Unknown field' });
    await expectOnlyFor(api, (who) => printBatch(api, who, body.job.id), [...outsiders]);
  });

  test('is forgotten with the batch', async () => {
    const { auth, postered } = await unitToPrint(api, 1);
    const { job } = await drawnBatch(api, auth, { points: postered.map(({ id }) => id) });
    const rows = () => api.services.database.select('SELECT * FROM batch_posters WHERE job_id = ?', [job.id]);
    await tidyBatchPosters.perform(api.services);
    expect(await rows()).toHaveLength(1);
    await api.request.delete(`/api/v1/unit/jobs/${job.id}`).set(auth).expect(204);
    await tidyBatchPosters.perform(api.services);
    expect(await rows()).toEqual([]);
  });
});
