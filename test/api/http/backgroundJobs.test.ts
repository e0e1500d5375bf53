import { LongJobs } from '../../../api/src/jobs/longJobs';
import { LongJob } from '../../../api/src/models/longJob';
import { buildJob, writingKind } from '../../support/api/factories/buildJob';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { busyWorker, forgetJobs, stateOf, untilStopped, work, worker } from '../../support/api/jobWorker';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(async () => {
  api.clock.reset();
  await forgetJobs(api);
});

afterAll(() => api.close());

test('processes share the jobs, and none is done twice', async () => {
  const { staff } = await signedInStaff(api.services);
  const done: string[] = [];
  const note = async ({ id }: { id: string }) => {
    done.push(id);
  };
  const [one, other] = [worker(api, note), worker(api, note)];
  const ids = await Promise.all([1, 2, 3, 4].map(() => buildJob(api.services, staff).then(({ id }) => id)));
  await Promise.all([work(one), work(other)]);
  await Promise.all([work(one), work(other)]);

  expect(done.sort()).toEqual(ids.sort());
});

test('processes take over the job of one that died, and what the dead one still does is void', async () => {
  const { staff, auth } = await signedInStaff(api.services);
  const { id } = await buildJob(api.services, staff);
  let wake = (): void => undefined;
  const dead = worker(api, () => new Promise((done) => (wake = done)));
  await dead.turn();
  const living = worker(api);
  await work(living);
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'running' });

  api.clock.advance(31_000);
  await work(living);
  const finished = await stateOf(api, auth, id);
  expect(finished).toMatchObject({ state: 'done' });
  wake();
  await dead.settled();
  expect(await stateOf(api, auth, id)).toEqual(finished);
  expect(await api.services.files.names()).toHaveLength(1);
  await api.request.get(`/api/v1/unit/jobs/${id}/file`).set(auth).expect(200);
});

test('processes hold a long job by renewing the lease, and tell how far it is', async () => {
  const { staff, auth } = await signedInStaff(api.services);
  const { id } = await buildJob(api.services, staff);
  const holder = await busyWorker(api);
  for (let i = 0; i < 3; i += 1) {
    api.clock.advance(20_000);
    await holder.turn();
    await work(worker(api));
  }
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'running', done: 3, total: 10 });
  await holder.stop();
});

test('processes that end give their job back, as if it had never been begun', async () => {
  const { staff, auth } = await signedInStaff(api.services);
  const { id } = await buildJob(api.services, staff);
  const ending = worker(api, untilStopped);
  await ending.turn();
  await ending.stop();
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'waiting', done: 0 });
  expect(await LongJob.findByPk(id)).toMatchObject({ attempts: 0, holder: null });
  expect(await api.services.files.names()).toEqual([]);

  await ending.turn();
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'waiting' });
  await work(worker(api));
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'done' });
});

test('processes give up a job whose processes keep dying', async () => {
  const { staff, auth } = await signedInStaff(api.services);
  const { id } = await buildJob(api.services, staff);
  const dying = [1, 2, 3].map(() => worker(api, untilStopped));
  for (const process of dying) {
    await process.turn();
    api.clock.advance(31_000);
  }
  await work(worker(api));
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'failed', error: 'internal' });
  await Promise.all(dying.map((process) => process.stop()));
});

test('processes leave alone what they do not know', async () => {
  const { staff, auth } = await signedInStaff(api.services);
  const { id } = await buildJob(api.services, staff);
  await work(new LongJobs(api.services, []));
  await work(new LongJobs(api.services, [{ ...writingKind(), name: 'reading' }]));
  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'waiting' });
});
