import { hostname } from 'node:os';

import type { Services } from '../../../api/src/context';
import type { Job } from '../../../api/src/jobs/job';
import { JobRunner } from '../../../api/src/jobs/jobRunner';
import { SlotLease } from '../../../api/src/storage/slotLease';
import { startApi, type TestApi } from '../../support/api/testApi';

const hour = 3_600_000;

let api: TestApi;
let other: SlotLease;
let runners: [JobRunner, JobRunner];

beforeAll(async () => {
  api = await startApi({ feeds: false });
  other = new SlotLease({ database: api.services.database });
  await other.take('adding');
  runners = [runner(api.services), runner({ ...api.services, lease: other })];
});

afterAll(async () => {
  await other.release();
  await api.close();
});

function runner(services: Services): JobRunner {
  return new JobRunner(services, []);
}

let jobs = 0;

function newJob(perform: Job['perform'], more: Partial<Job> = {}): Job {
  jobs += 1;

  return { name: `job ${jobs}`, everyMs: hour, perform, ...more };
}

async function everybody(job: Job): Promise<void> {
  await Promise.all(runners.map((one) => one.turn(job)));
}

/** As if the last time was so long ago. */
function wait(job: Job, ms: number): Promise<void> {
  const { database } = api.services;

  return database.write((tx) =>
    database.execute('UPDATE turns SET began_at = began_at - ? WHERE name = ?', [ms, job.name], tx),
  );
}

test('one process of all does what is due, once in its interval', async () => {
  const perform = jest.fn(async () => undefined);
  const job = newJob(perform);
  await everybody(job);
  await everybody(job);
  expect(perform).toHaveBeenCalledTimes(1);

  await wait(job, hour);
  await everybody(job);
  expect(perform).toHaveBeenCalledTimes(2);
});

test('while one is at it, the others leave it; what fails is logged, and done again when it is due', async () => {
  let fail = (_error: Error): void => undefined;
  const perform = jest.fn(() => new Promise<void>((_done, no) => (fail = no)));
  const job = newJob(perform, { everyMs: 1 });
  const [one, two] = runners;
  const work = one.turn(job);
  while (perform.mock.calls.length === 0) {
    await new Promise((done) => setImmediate(done));
  }
  await two.turn(job);
  expect(perform).toHaveBeenCalledTimes(1);

  fail(new Error('no'));
  await work;
  expect(api.readLog()).toContain(`"job":"${job.name}"`);
  await wait(job, 10);
  const again = two.turn(job);
  while (perform.mock.calls.length === 1) {
    await new Promise((done) => setImmediate(done));
  }
  fail(new Error('no'));
  await again;
});

test('what is about a machine is noted by machine', async () => {
  const perform = jest.fn(async () => undefined);
  const job = newJob(perform, { isOfMachine: true });
  await everybody(job);
  expect(perform).toHaveBeenCalledTimes(1);
  const rows = await api.services.database.select('SELECT name FROM turns WHERE name LIKE ?', [
    `${job.name}%`,
  ]);
  expect(rows).toEqual([{ name: `${job.name} on ${hostname()}`.slice(0, 60) }]);
});
