import { existsSync, statSync, writeFileSync } from 'node:fs';

import { limits } from '@anxing/contract/limits';

import { tidyJobs } from '../../../api/src/jobs/tidyJobs';
import { writeAs } from '../../../api/src/context';
import { LongJob } from '../../../api/src/models/longJob';
import { auditEvents } from '../../support/api/auditEvents';
import { buildJob } from '../../support/api/factories/buildJob';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { forgetJobs, stateOf, untilStopped, work, worker } from '../../support/api/jobWorker';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/unit/jobs';
const hour = 3_600_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(async () => {
  api.clock.reset();
  await forgetJobs(api);
});

afterAll(() => api.close());

function fileOf({ file }: LongJob): string {
  return api.services.files.pathOf(file ?? '');
}

describe('a job', () => {
  test('is done in the background, and its file is fetched by who started it', async () => {
    const { staff, auth } = await signedInStaff(api.services, { roles: ['viewer'] });
    const { id } = await buildJob(api.services, staff, '人名与地点');
    expect(await stateOf(api, auth, id)).toMatchObject({
      state: 'waiting',
      title: '记录',
      file: null,
      done: 0,
    });
    await api.request.get(`${path}/${id}/file`).set(auth).expect(404);

    await work(worker(api));
    expect(await stateOf(api, auth, id)).toMatchObject({
      state: 'done',
      done: 1,
      total: 1,
      file: { name: '记录.txt', bytes: Buffer.byteLength('人名与地点') },
      error: null,
    });
    const answer = await api.request.get(`${path}/${id}/file`).set(auth).expect(200);
    expect(answer.text).toBe('人名与地点');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="download.txt"; filename*=UTF-8''${encodeURIComponent('记录.txt')}`,
    });
    expect((await auditEvents(api.services, id)).map(({ action }) => action)).toEqual([
      'jobs.create',
      'jobs.update',
      'jobs.fetch',
    ]);
  });

  test('keeps its input sealed, and its file to its owner', async () => {
    const { staff } = await signedInStaff(api.services);
    const { id, input } = await buildJob(api.services, staff, '某某人');
    expect(input).not.toContain('某某人');

    await work(worker(api));
    const done = await LongJob.findByPk(id, { rejectOnEmpty: true });
    expect(statSync(fileOf(done)).mode & 0o077).toBe(0);
  });

  test('that fails says so with a code, leaves no file, and its log names nobody', async () => {
    const { staff, auth } = await signedInStaff(api.services);
    const { id } = await buildJob(api.services, staff, '某某人');
    await work(
      worker(api, async () => {
        throw new Error('某某人');
      }),
    );

    expect(await stateOf(api, auth, id)).toMatchObject({ state: 'failed', error: 'internal', file: null });
    expect(await api.services.files.names()).toEqual([]);
    expect(api.readLog()).toContain(id);
    expect(api.readLog()).not.toContain('某某人');
  });

  test('is listed newest first, page by page, to nobody but who started it', async () => {
    const { staff, unit, auth } = await signedInStaff(api.services);
    const colleague = await signedInStaff(api.services, { unit });
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      ids.unshift((await buildJob(api.services, staff)).id);
    }
    await buildJob(api.services, colleague.staff);

    const first = await api.request.get(path).set(auth).query({ limit: 2 }).expect(200);
    const second = await api.request.get(path).set(auth).query({ limit: 2, cursor: first.body.next });
    const listed = [...first.body.items, ...second.body.items] as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(second.body.next).toBeNull();
    const writing = await api.request.get(path).set(auth).query({ kind: 'writing' }).expect(200);
    const other = await api.request.get(path).set(auth).query({ kind: 'other' }).expect(200);
    expect([writing.body.items.length, other.body.items.length]).toEqual([3, 0]);
    for (const cursor of ['x', first.body.next]) {
      const refused = await api.request.get(path).set(colleague.auth).query({ cursor }).expect(400);
      expect(faultsOf(refused)).toEqual({ cursor: 'Unknown page position' });
    }
  });
});

describe('dropping', () => {
  test('cancels what waits: nobody begins it', async () => {
    const { staff, auth } = await signedInStaff(api.services);
    const { id } = await buildJob(api.services, staff);
    await api.request.delete(`${path}/${id}`).set(auth).expect(204);
    await work(worker(api));
    expect(await stateOf(api, auth, id)).toMatchObject({ state: 'cancelled', file: null });
  });

  test('stops what runs, at the next turn', async () => {
    const { staff, auth } = await signedInStaff(api.services);
    const { id } = await buildJob(api.services, staff);
    const jobs = worker(api, untilStopped);
    await jobs.turn();
    await api.request.delete(`${path}/${id}`).set(auth).expect(204);
    await work(jobs);
    expect(await stateOf(api, auth, id)).toMatchObject({ state: 'cancelled', file: null, error: null });
    expect(await api.services.files.names()).toEqual([]);
  });

  test('forgets what has ended, with its file', async () => {
    const { staff, auth } = await signedInStaff(api.services);
    const { id } = await buildJob(api.services, staff);
    await work(worker(api));
    await api.request.delete(`${path}/${id}`).set(auth).expect(204);
    await api.request.get(`${path}/${id}`).set(auth).expect(404);
    expect(await api.services.files.names()).toEqual([]);
  });
});

describe('limits', () => {
  test('a unit has so many jobs open at once; another unit is not held up', async () => {
    const { staff, auth } = await signedInStaff(api.services);
    const started = await Promise.allSettled(
      Array.from({ length: limits.jobsPerUnit + 2 }, () => buildJob(api.services, staff)),
    );
    const refused = started.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['too_many_jobs', 'too_many_jobs']);

    await buildJob(api.services, (await signedInStaff(api.services)).staff);
    const { body } = await api.request.get(path).set(auth).expect(200);
    await api.request.delete(`${path}/${body.items[0].id}`).set(auth).expect(204);
    await buildJob(api.services, staff);
  });

  test('a job and its file are forgotten in time; files of nobody go too', async () => {
    const { staff } = await signedInStaff(api.services);
    const old = await buildJob(api.services, staff);
    await work(worker(api));
    api.clock.advance((limits.jobHours - 1) * hour);
    const young = await buildJob(api.services, staff);
    await work(worker(api));
    writeFileSync(api.services.files.pathOf(`${old.id}.000000000000`), '');
    api.clock.advance(2 * hour);
    const auth = await signIn(api.services, { staff });
    await api.request.get(`${path}/${old.id}/file`).set(auth).expect(404);
    await tidyJobs.perform(api.services);

    expect(await LongJob.findByPk(old.id)).toBeNull();
    const kept = await LongJob.findByPk(young.id, { rejectOnEmpty: true });
    expect(existsSync(fileOf(kept))).toBe(true);
    expect(await api.services.files.names()).toEqual([kept.file]);
    await api.request.get(`${path}/${young.id}/file`).set(auth).expect(200);
  });
});

describe('who', () => {
  test.each(['get', 'delete'] as const)(
    'nobody but the staff member: %s answers 404 to others',
    async (verb) => {
      const { staff, unit } = await signedInStaff(api.services);
      const { id } = await buildJob(api.services, staff);
      for (const given of [{ unit }, { unit: await buildUnit(api.services) }]) {
        const { auth } = await signedInStaff(api.services, given);
        await api.request[verb](`${path}/${id}`).set(auth).expect(404);
        await api.request[verb](`${path}/${unit.id}`).set(auth).expect(404);
        await api.request.get(`${path}/${id}/file`).set(auth).expect(404);
      }
      expect(await LongJob.findByPk(id)).toMatchObject({ state: 'waiting' });
    },
  );

  test('who lost the role does not get the file any more', async () => {
    const { staff, auth } = await signedInStaff(api.services, { roles: ['viewer'] });
    const { id } = await buildJob(api.services, staff);
    await work(worker(api));
    await writeAs(api.services, system, (scene) => staff.set({ roles: 'guard' }).saveBy(scene));
    expect(codeOf(await api.request.get(`${path}/${id}/file`).set(auth).expect(403))).toBe('forbidden');
  });

  test('only staff with a password of their own', async () => {
    const { staff } = await signedInStaff(api.services);
    const { id } = await buildJob(api.services, staff);
    await expectOnlyFor(api, (auth) => api.request.get(path).set(auth), []);
    await expectOnlyFor(api, (auth) => api.request.get(`${path}/${id}`).set(auth), []);
    await expectOnlyFor(api, (auth) => api.request.get(`${path}/${id}/file`).set(auth), []);
    await expectOnlyFor(api, (auth) => api.request.delete(`${path}/${id}`).set(auth), []);
  });
});
