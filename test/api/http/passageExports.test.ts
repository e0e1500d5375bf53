import { passageExportKind } from '@anxing/contract/passages';
import { limits } from '@anxing/contract/limits';
import type { Response } from 'supertest';

import { jobKinds } from '../../../api/src/commands/jobKinds';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { sealField } from '../../../api/src/privacy/sealedFields';
import { readSheetFile } from '../../../api/src/sheets/readSheetFile';
import { auditEvents } from '../../support/api/auditEvents';
import { checkInId } from '../../support/api/checkIn';
import { buildDevice } from '../../support/api/factories/buildDevice';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { stateOf, work } from '../../support/api/jobWorker';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function start(auth: Auth, body: object = { format: 'csv' }) {
  return api.request.post('/api/v1/unit/passages/exports').set(auth).send(body);
}

async function exported(auth: Auth, body: object): Promise<{ id: string; file: Buffer; answer: Response }> {
  const { id } = (await start(auth, body).expect(202)).body;
  await work(new LongJobs(api.services, jobKinds));
  const answer = await api.request
    .get(`/api/v1/unit/jobs/${id}/file`)
    .set(auth)
    .responseType('blob')
    .expect(200);

  return { id, file: answer.body as Buffer, answer };
}

async function rowsOf(file: Buffer): Promise<string[][]> {
  return (await readSheetFile(file, { rows: 1_000 })).slice(1);
}

async function venue(name?: string) {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });
  const { unit } = viewer;

  return {
    ...viewer,
    point: await buildPoint(api.services, { unit, ...(name ? { values: { name } } : {}) }),
  };
}

describe.each(['csv', 'xlsx'])('a file in %s', (format) => {
  test('holds what the filters leave, newest first, masked', async () => {
    const { auth, unit, point } = await venue();
    const guard = await buildStaff(api.services, { unit, roles: ['guard'] });
    const scan = {
      kind: 'scan',
      staffId: guard.staff.id,
      temperature: 381,
      mask: false,
      decision: 'stop',
      why: '体温 38.1 ℃，达到或超过 37.3 ℃',
      at: Date.now() - 5_000,
    } as const;
    const { visitor } = await buildPassage(api.services, { point, values: scan });
    const older = await buildPassage(api.services, { point, values: { at: Date.now() - 60_000 } });
    await buildPassage(api.services, { point, values: { direction: 'out' } });
    await buildPassage(api.services);
    const { id, file, answer } = await exported(auth, { format, direction: 'in' });

    const rows = await rowsOf(file);
    expect(rows.map((row) => row[1])).toEqual(
      [visitor, older.visitor].map(({ name }) => `***${name.at(-1)}`),
    );
    expect(rows[0]?.slice(0, 1)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)]);
    expect(rows[0]?.slice(2, 15)).toEqual([
      `${visitor.idNumber.slice(0, 2)}*****${visitor.idNumber.slice(-3)}`,
      '',
      point.name,
      point.address,
      '进入',
      '工作人员查验',
      '绿码',
      '禁止通行',
      scan.why,
      '38.1',
      '未佩戴',
      guard.name,
      '否',
    ]);
    expect(file.toString('latin1')).not.toContain(visitor.idNumber);
    expect(await stateOf(api, auth, id)).toMatchObject({
      kind: passageExportKind,
      state: 'done',
      done: 2,
      total: 2,
    });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('出入记录-'));
  });

  test('tells a gate by its name, by what it knew somebody, what a guard noted, and what came late', async () => {
    const { auth, point } = await venue();
    const { device } = await buildDevice(api, { point });
    const id = checkInId();
    const note = sealField(api.services.vault, 'passages', 'note', id, '已电话联系社区');
    const values = { id, kind: 'scan', deviceId: device.id, proof: 'pass', isLate: true, note } as const;
    await buildPassage(api.services, { point, values });
    const [row] = await rowsOf((await exported(auth, { format })).file);

    expect(row?.[7]).toBe('闸机/终端核验');
    expect(row?.[13]).toBe('');
    expect(row?.slice(18)).toEqual(['已电话联系社区', '离线通行码', device.name, '是']);
  });

  test('holds the checks of gates alone, or of staff alone, where that is asked for', async () => {
    const { auth, staff, point } = await venue();
    const { device } = await buildDevice(api, { point });
    await buildPassage(api.services, { point });
    await buildPassage(api.services, { point, values: { kind: 'scan', deviceId: device.id } });
    await buildPassage(api.services, { point, values: { kind: 'scan', staffId: staff.id } });
    const waysOf = async (kind: string) =>
      (await rowsOf((await exported(auth, { format, kind })).file)).map((row) => row[7]);

    expect(await waysOf('device')).toEqual(['闸机/终端核验']);
    expect(await waysOf('staff')).toEqual(['工作人员查验']);
    expect((await waysOf('scan')).sort()).toEqual(['工作人员查验', '闸机/终端核验']);
  });

  test('runs no formula, whatever a place is called', async () => {
    const names = ['=1+1', '+86', '-2', '@SUM(A1)', '"a",b', "'quoted"];
    const { auth, unit } = await venue();
    for (const name of names) {
      const point = await buildPoint(api.services, { unit, values: { name } });
      await buildPassage(api.services, { point });
    }
    const { file } = await exported(auth, { format });
    const read = await rowsOf(file);
    expect(read.map((row) => row[4])).toEqual([...names].reverse());
    if (format === 'csv') {
      const cells = file.toString().split(/\r\n|,/);
      expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
      expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
  });
});

test('many rows come page by page, each once', async () => {
  const { auth, point } = await venue();
  const person = await buildPerson(api.services);
  const at = Date.now() - 60_000;
  for (let i = 0; i < 230; i += 1) {
    await buildPassage(api.services, { point, person, values: { at: at + Math.floor(i / 3) } });
  }
  const { id, file } = await exported(auth, { format: 'csv' });
  expect(await rowsOf(file)).toHaveLength(230);
  expect(await stateOf(api, auth, id)).toMatchObject({ done: 230, total: 230 });
});

test('everybody in the file reads of it, once, and the audit chain holds what was taken', async () => {
  const { auth, unit, staff, point } = await venue();
  const person = await buildPerson(api.services);
  await buildPassage(api.services, { point, person });
  await buildPassage(api.services, { point, person });
  const { id } = await exported(auth, { format: 'csv', name: person.name, kind: 'visit' });
  await exported(auth, { format: 'csv', kind: 'scan' });

  const resident = await signIn(api.services, person);
  const { body } = await api.request.get('/api/v1/me/accesses').set(resident).expect(200);
  expect(body.items.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['导出出入记录']);
  const events = (await auditEvents(api.services, unit.id)).filter(
    ({ action }) => action === 'passages.export',
  );
  expect(events).toMatchObject([
    {
      actor: `staff:${staff.id}`,
      details: { job: id, filters: { kind: 'visit' }, byName: true, format: 'csv', rows: 2, persons: 1 },
    },
    { details: { filters: { kind: 'scan' }, byName: false, rows: 0, persons: 0 } },
  ]);
  expect(JSON.stringify(events)).not.toContain(person.name);
  const [job] = await api.services.database.select('SELECT title, input FROM jobs WHERE id = ?', [id]);
  expect(JSON.stringify(job)).not.toContain(person.name);
});

test('begun anew by another process, it tells nobody twice', async () => {
  const { auth, point } = await venue();
  const person = await buildPerson(api.services);
  await buildPassage(api.services, { point, person });
  const { id } = (await start(auth).expect(202)).body;
  await new Promise<void>((done) => {
    const dying = jobKinds.map((kind) => ({
      ...kind,
      perform: async (...[services, job]: Parameters<typeof kind.perform>) => {
        await kind.perform(services, job);
        done();

        return new Promise<never>(() => undefined);
      },
    }));
    void new LongJobs(api.services, dying).turn();
  });
  api.clock.advance(31_000);
  await work(new LongJobs(api.services, jobKinds));
  api.clock.reset();

  expect(await stateOf(api, auth, id)).toMatchObject({ state: 'done', done: 1 });
  const resident = await signIn(api.services, person);
  const { body } = await api.request.get('/api/v1/me/accesses').set(resident).expect(200);
  expect(body.items).toHaveLength(1);
});

test('too many rows are refused, with the other format as the way out', async () => {
  const { auth, point } = await venue();
  await buildPassage(api.services, { point });
  await buildPassage(api.services, { point });
  const rows = jest.replaceProperty(limits, 'exportRows', { csv: 2, xlsx: 1 } as never);
  expect(faultsOf(await start(auth, { format: 'xlsx' }).expect(400))).toEqual({
    format: 'Too many rows: narrow the range, or take CSV',
  });
  await start(auth, { format: 'csv' }).expect(202);
  rows.restore();
});

test('wrong wishes are all named', async () => {
  const { auth } = await venue();
  const foreign = await buildPoint(api.services);
  const wrong = { format: 'pdf', from: 'x', cursor: 'y', idNumber: '1' };
  expect(Object.keys(faultsOf(await start(auth, wrong).expect(400)))).toEqual([
    'cursor',
    'format',
    'from',
    'idNumber',
  ]);
  expect(faultsOf(await start(auth, {}).expect(400))).toEqual({
    format: 'Not one of the choices',
  });
  const unknown = { format: 'csv', pointId: foreign.id, colour: 'pink' };
  expect(Object.keys(faultsOf(await start(auth, unknown).expect(400)))).toEqual(['colour', 'pointId']);
});

test('another unit’s passages are in no file', async () => {
  const { point } = await venue();
  await buildPassage(api.services, { point });
  const { file } = await exported((await venue()).auth, { format: 'csv' });
  expect(await rowsOf(file)).toEqual([]);
});

test('only who reads passages', () => expectOnlyFor(api, (auth) => start(auth), ['guard', 'clerk']));
