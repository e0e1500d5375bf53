import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { countsOf } from '../../support/api/counts';
import { buildDeviceModel } from '../../support/api/factories/buildDevice';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  folder = mkdtempSync(path.join(tmpdir(), 'anxing-python-'));
});

afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** The example of the guide, as a maker runs it. */
function python(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const told = (error: ExecFileException | null, out: string, err: string) =>
      resolve({ code: error ? Number(error.code) : 0, out, err });
    execFile('python3', ['docs/devices/device.py', ...args], told);
  });
}

async function enrolment() {
  const { auth, unit } = await signedInStaff(api.services);
  const { id: pointId } = await buildPoint(api.services, { unit });
  const { id: modelId } = await buildDeviceModel(api.services, unit.id);
  const { body } = await api.request
    .post('/api/v1/unit/devices')
    .set(auth)
    .send({ name: '东门闸机', modelId, pointId, serial: 'SN-1' })
    .expect(201);

  return { pointId, code: body.enrolment.code as string };
}

async function codeShown(ageMs = 0): Promise<string> {
  const { person } = await buildPerson(api.services);
  const reference = Buffer.from(person.codeReference ?? '', 'hex');

  return issuePersonalCode(api.services.codeKeys.current, { reference, colour: 1, now: Date.now() - ageMs });
}

test('the Python of the guide enrols, opens for a good code, and tells why it stays shut', async () => {
  const { pointId, code } = await enrolment();
  const state = path.join(folder, 'device.json');
  expect(await python('enrol', api.url, 'AAAA-AAAA', 'SN-1', state)).toMatchObject({ code: 1 });
  const enrolled = await python('enrol', api.url, code, 'SN-1', state);
  expect(enrolled).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(enrolled.out)).toMatchObject({ name: '东门闸机', point: { id: pointId } });
  expect(statSync(state).mode & 0o077).toBe(0);
  // The answer was lost: the same key asks again.
  expect(await python('enrol', api.url, code, 'SN-1', state)).toMatchObject({ code: 0, err: '' });

  const opened = await python('scan', state, await codeShown());
  expect(opened).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(opened.out)).toMatchObject({ decision: 'allow', wants: [], colour: 'green' });
  const old = await python('scan', state, await codeShown(200_000));
  expect(old).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(old.out)).toMatchObject({ error: { code: 'code_expired' } });
  expect(await countsOf(api.services, pointId)).toMatchObject({ rows: 1, inside: 1 });
});
