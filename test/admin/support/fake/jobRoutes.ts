import { hasEnded, jobQuery, type Job } from '@anxing/contract/jobs';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

const dayMs = 86_400_000;

/** A job that waits; each look at the list moves it on. */
export function startFakeJob(
  house: FakeHouse,
  kind: string,
  title: string,
  total: number,
  name: string,
): Job {
  const job: Job = {
    id: fakeId(6, house.jobs.length + 1),
    kind,
    title,
    state: 'waiting',
    done: 0,
    total: null,
    file: null,
    error: null,
    createdAt: house.now,
    finishedAt: null,
    expiresAt: house.now + dayMs,
  };
  house.jobs.unshift(job);
  house.fileNames.set(job.id, { name, total });

  return job;
}

/** Waiting, then half done, then done. */
function moveOn(house: FakeHouse, job: Job): void {
  const { name, total } = house.fileNames.get(job.id) ?? { name: '', total: 0 };
  if (hasEnded(job) || !house.areJobsMoving) {
    return;
  }
  if (job.state === 'waiting') {
    Object.assign(job, { state: 'running', done: Math.floor(total / 2), total });
  } else {
    Object.assign(job, { state: 'done', done: total, finishedAt: house.now, file: { name, bytes: 1_536 } });
  }
}

export function findFakeJob({ jobs }: FakeHouse, id: string | undefined): Job {
  const job = jobs.find((one) => one.id === id);
  if (!job) {
    throw new FakeRefusal('not_found');
  }

  return job;
}

function list({ house, query }: FakeCall) {
  const { kind, ...paged } = checked(jobQuery, query);
  const own = house.jobs.filter((job) => !kind || job.kind === kind);
  const page = json(pageOf(own, paged));
  own.forEach((job) => moveOn(house, job));

  return page;
}

function file({ house, params }: FakeCall) {
  if (findFakeJob(house, params[0]).state !== 'done') {
    throw new FakeRefusal('not_found');
  }

  return { status: 200, headers: { 'content-type': 'text/csv' }, body: 'rows' };
}

function drop({ house, params }: FakeCall) {
  const job = findFakeJob(house, params[0]);
  if (hasEnded(job)) {
    house.jobs.splice(house.jobs.indexOf(job), 1);
  } else {
    Object.assign(job, { state: 'cancelled', finishedAt: house.now });
  }

  return empty;
}

export const jobRoutes: FakeRoute[] = [
  { call: /^GET unit\/jobs$/, handle: list },
  { call: /^GET unit\/jobs\/([\w-]+)$/, handle: ({ house, params }) => json(findFakeJob(house, params[0])) },
  { call: /^GET unit\/jobs\/([\w-]+)\/file$/, handle: file },
  { call: /^DELETE unit\/jobs\/([\w-]+)$/, handle: drop },
];
