import { readFile } from 'node:fs/promises';

import { writeAs } from '../../../api/src/context';
import { LongJob } from '../../../api/src/models/longJob';
import { Poster } from '../../../api/src/models/poster';
import { auditEvents } from '../../support/api/auditEvents';
import { system } from '../../support/api/factories/buildUnit';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { forgetJobs, stateOf, work } from '../../support/api/jobWorker';
import {
  drawnBatch,
  fileOfJob,
  houseWorker,
  pagesIn,
  printBatch,
  startBatch,
  unitToPrint,
} from '../../support/api/posterBatch';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';
import { decoded, pagePng } from '../unit/posters/decoding';

jest.setTimeout(60_000);

const outsiders = ['guard', 'viewer', 'clerk'] as const;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => forgetJobs(api));

afterAll(() => api.close());

describe('a batch', () => {
  test('is drawn in the background and fetched: a page for every poster in force', async () => {
    const { auth, postered, bare, closed } = await unitToPrint(api);
    const ids = [...postered.map(({ id }) => id), bare.id, closed.id];
    const {
      job,
      posters,
      missing,
      closed: shut,
    } = await drawnBatch(api, auth, { points: ids, size: 'card' });

    expect(job).toMatchObject({ kind: 'posters.batch', title: '张贴码 3 张（桌卡）', state: 'waiting' });
    expect(posters).toBe(3);
    expect(missing).toEqual([{ id: bare.id, name: '未生成' }]);
    expect(shut).toEqual([{ id: closed.id, name: '已停用' }]);
    expect(await stateOf(api, auth, job.id)).toMatchObject({
      state: 'done',
      done: 3,
      total: 3,
      file: { name: '张贴码-3张-桌卡.pdf' },
    });
    const { headers, body } = await fileOfJob(api, auth, job.id).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(pagesIn(body)).toBe(3);
    expect(await Poster.count({ where: { pointId: bare.id } })).toBe(0);
  });

  test('issues what is missing when told so, and leaves what is in force', async () => {
    const { auth, staff, postered, bare, closed } = await unitToPrint(api, 2);
    const { job, posters, missing } = await drawnBatch(api, auth, { filter: {}, issueMissing: true });

    expect([posters, missing.map(({ id }) => id)]).toEqual([3, [bare.id]]);
    expect(await stateOf(api, auth, job.id)).toMatchObject({ state: 'done', done: 3 });
    const issued = await Poster.findAll({ where: { pointId: bare.id } });
    expect(issued).toMatchObject([{ serial: 1, revokedAt: null, issuedBy: staff.id }]);
    expect(await auditEvents(api.services, issued[0]?.id ?? '')).toMatchObject([
      { action: 'posters.create', actor: `staff:${staff.id}` },
    ]);
    expect(await Poster.count({ where: { pointId: [postered[0]?.id ?? '', closed.id] } })).toBe(1);
    const { body } = await fileOfJob(api, auth, job.id).expect(200);
    expect(await decoded(pagePng(body, 1, 110))).toMatchObject({ zbar: postered[0]?.link });
  });

  test('takes all that match the filter of the list', async () => {
    const { auth } = await unitToPrint(api);
    expect((await startBatch(api, auth, { filter: { q: '张贴点1' } }).expect(202)).body.posters).toBe(1);
    expect((await startBatch(api, auth, { filter: { poster: 'unprinted' } }).expect(202)).body.posters).toBe(
      3,
    );
    expect(codeOf(await startBatch(api, auth, { filter: { poster: 'missing' } }).expect(409))).toBe(
      'no_posters',
    );
    expect(codeOf(await startBatch(api, auth, { filter: { q: '没有' } }).expect(409))).toBe('no_posters');
    await startBatch(api, auth, { filter: { poster: 'missing' }, issueMissing: true }).expect(202);
  });

  test('of which nothing is left when its turn comes has failed, and says why', async () => {
    const { auth, postered } = await unitToPrint(api, 1);
    const points = postered.map(({ id }) => id);
    const { body } = await startBatch(api, auth, { points }).expect(202);
    const close = api.request.patch(`/api/v1/unit/points/${points[0]}`).set(auth);
    await close.send({ active: false }).expect(200);
    await work(houseWorker(api));

    expect(await stateOf(api, auth, body.job.id)).toMatchObject({ state: 'failed', error: 'no_posters' });
    expect(await api.services.files.names()).toEqual([]);
  });

  test('that is cancelled leaves neither file nor drawing', async () => {
    const { auth, postered } = await unitToPrint(api, 3);
    const { body } = await startBatch(api, auth, { points: postered.map(({ id }) => id) }).expect(202);
    const jobs = houseWorker(api);
    await jobs.turn();
    await api.request.delete(`/api/v1/unit/jobs/${body.job.id}`).set(auth).expect(204);
    await work(jobs);

    expect(await stateOf(api, auth, body.job.id)).toMatchObject({ state: 'cancelled', file: null });
    expect(await api.services.files.names()).toEqual([]);
    await printBatch(api, auth, body.job.id).expect(404);
  });

  test('that another process takes over is drawn once more, with the same posters', async () => {
    const { auth, bare } = await unitToPrint(api, 0);
    const { body } = await startBatch(api, auth, { points: [bare.id], issueMissing: true }).expect(202);
    const first = houseWorker(api);
    await first.turn();
    await first.stop();
    await work(houseWorker(api));

    expect(await stateOf(api, auth, body.job.id)).toMatchObject({ state: 'done' });
    expect(await Poster.count({ where: { pointId: bare.id } })).toBe(1);
    expect((await printBatch(api, auth, body.job.id).expect(201)).body.counted).toBe(1);
  });

  test('may name as many points as a unit may have', async () => {
    const { auth, postered } = await unitToPrint(api, 1);
    const [{ id } = { id: '' }] = postered;
    const others = Array.from({ length: 1_999 }, (_, i) => id.replace(/....$/, String(i + 1_000)));

    await startBatch(api, auth, { points: [id, ...others] }).expect(404);
    expect(faultsOf(await startBatch(api, auth, { points: [id, ...others, id] }).expect(400))).toEqual({
      points: 'Too long',
    });
    expect(codeOf(await startBatch(api, auth, { points: [id], more: 'x'.repeat(140_000) }).expect(413))).toBe(
      'body_too_large',
    );
  });

  test('wrong input is named', async () => {
    const { auth, postered } = await unitToPrint(api, 1);
    const points = postered.map(({ id }) => id);

    expect(faultsOf(await startBatch(api, auth, {}).expect(400))).toEqual({ points: 'Required' });
    expect(faultsOf(await startBatch(api, auth, { points, filter: {} }).expect(400))).toEqual({
      points: 'Name points or a filter, not both',
    });
    expect(Object.keys(faultsOf(await startBatch(api, auth, { points: [] }).expect(400)))).toEqual([
      'points',
    ]);
    const wrong = { points: ['x'], size: 'b4', issueMissing: 1, copies: 2 };
    expect(Object.keys(faultsOf(await startBatch(api, auth, wrong).expect(400)))).toEqual([
      'copies',
      'issueMissing',
      'points.0',
      'size',
    ]);
    const filter = { filter: { q: 1, limit: 20 } };
    expect(Object.keys(faultsOf(await startBatch(api, auth, filter).expect(400)))).toEqual([
      'filter.limit',
      'filter.q',
    ]);
  });

  test('another unit’s point is not there, and nobody else may', async () => {
    const { postered } = await unitToPrint(api, 1);
    const points = postered.map(({ id }) => id);
    const stranger = await signedInStaff(api.services);

    await startBatch(api, stranger.auth, { points }).expect(404);
    await expectOnlyFor(api, (auth) => startBatch(api, auth, { points }), [...outsiders]);
    expect(await LongJob.count()).toBe(0);
  });
});

test('the file of a batch is for its owner only, and is streamed whole', async () => {
  const { auth, postered } = await unitToPrint(api, 1);
  const { job } = await drawnBatch(api, auth, { points: postered.map(({ id }) => id) });
  const row = await LongJob.findByPk(job.id, { rejectOnEmpty: true });
  const onDisk = await readFile(api.services.files.pathOf(row.file ?? ''));

  expect((await fileOfJob(api, auth, job.id).expect(200)).body).toEqual(onDisk);
  await writeAs(api.services, system, (scene) => row.destroyBy(scene));
  await fileOfJob(api, auth, job.id).expect(404);
});
