import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkDigit } from '@anxing/contract/number12';
import sharp from 'sharp';

import { AppError } from '../../../api/src/base/errors';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { qrSymbol } from '../../../api/src/posters/qrSymbol';
import { countsOf } from '../../support/api/counts';
import { buildDeviceModel } from '../../support/api/factories/buildDevice';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { FlakyDoor } from '../../support/api/flakyDoor';
import { startApi, type TestApi } from '../../support/api/testApi';
import { turnstile, turnstileHearing, type Ended } from '../../support/api/turnstileCommand';

jest.setTimeout(60_000);

let api: TestApi;
let door: FlakyDoor;
let auth: Auth;
let folder: string;
let pointId: string;
let modelId: string;

const state = () => ['--state', path.join(folder, 'gate')];
const keyFile = () => path.join(folder, 'gate/key.pem');

function scan(...args: string[]): Promise<Ended> {
  return turnstile('scan', ...state(), '--once', '--mask', 'yes', '--temperature', '36.4', ...args);
}

function qrOf({ person }: BuiltPerson, colour = 1, ageMs = 0): string {
  const reference = Buffer.from(person.codeReference ?? '', 'hex');

  return issuePersonalCode(api.services.codeKeys.current, { reference, colour, now: Date.now() - ageMs });
}

beforeAll(async () => {
  api = await startApi();
  door = new FlakyDoor(api.url);
  await door.open();
  folder = mkdtempSync(path.join(tmpdir(), 'anxing-turnstile-'));
  const manager = await signedInStaff(api.services);
  auth = manager.auth;
  pointId = (await buildPoint(api.services, { unit: manager.unit })).id;
  modelId = (await buildDeviceModel(api.services, manager.unit.id)).id;
});

afterAll(async () => {
  await door.shut();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it passes a conformance run', async () => {
  const { body } = await api.request
    .post(`/api/v1/unit/device-models/${modelId}/conformance`)
    .set(auth)
    .expect(201);
  const ended = await turnstile('try', '--address', door.url + new URL(body.address).pathname);
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).toContain(`passed: ${body.tasks} / ${body.tasks}`);
});

test('before it is enrolled it says how', async () => {
  const ended = await turnstile('status', '--state', path.join(folder, 'nowhere'));
  expect(ended.code).toBe(64);
  expect(ended.err).toContain('Not enrolled yet');
  expect(ended.err).toContain('enrol --url');
});

describe('enrolled', () => {
  beforeAll(async () => {
    const { body } = await api.request
      .post('/api/v1/unit/devices')
      .set(auth)
      .send({ name: '东门闸机', modelId, pointId, serial: 'SN-1' })
      .expect(201);
    const named = ['--url', door.url, '--code', body.enrolment.code as string];
    const wrong = await turnstile('enrol', ...state(), ...named, '--serial', 'SN-2');
    expect(wrong.code).toBe(65);
    expect(wrong.err).toContain('备案码不正确、已使用或已过期');
    const ended = await turnstile('enrol', ...state(), ...named, '--serial', 'SN-1', '--skew', '400');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('东门闸机');
    expect(statSync(path.join(folder, 'gate/key.pem')).mode & 0o077).toBe(0);
  });

  test('it opens for a code, read from a picture too, and stays shut for others', async () => {
    const green = await scan('--text', qrOf(await buildPerson(api.services)));
    expect(green).toMatchObject({ code: 0, err: '' });
    expect(green.out).toMatch(/OPEN[\s\S]*green[\s\S]*by the platform/);
    const old = await scan('--text', qrOf(await buildPerson(api.services), 1, 200_000));
    expect(old.code).toBe(20);
    expect(old.out).toMatch(/STAYS SHUT[\s\S]*过期/);

    const picture = path.join(folder, 'camera.png');
    writeFileSync(picture, await drawQr(qrOf(await buildPerson(api.services))));
    expect(await scan('--picture', picture)).toMatchObject({ code: 0 });
    expect(await countsOf(api.services, pointId)).toMatchObject({ rows: 2, inside: 2 });
  });

  test('through an outage it decides by itself, and tells afterwards, once and in order', async () => {
    const [one, other, stranger] = await Promise.all([1, 2, 3].map(() => buildPerson(api.services)));
    const before = (await countsOf(api.services, pointId)).rows;
    await door.shut();
    const first = await scan('--text', qrOf(one as BuiltPerson));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/OPEN[\s\S]*by itself[\s\S]*list of revocations: 0 min old/);
    expect((await scan('--text', qrOf(other as BuiltPerson))).code).toBe(0);
    expect((await scan('--text', qrOf(stranger as BuiltPerson, 2))).code).toBe(20);
    expect((await scan('--text', qrOf(stranger as BuiltPerson, 1, 120_000))).code).toBe(20);
    const payment = await scan('--text', '134567890123456789');
    expect(payment).toMatchObject({ code: 20, out: expect.stringContaining('这是付款码，请出示健康码') });
    expect((await turnstile('status', ...state())).out).toContain('waiting to be sent: 3');
    expect((await countsOf(api.services, pointId)).rows).toBe(before);

    await door.open();
    const ended = await scan('--text', 'https://www.example.com/');
    expect(ended.out).toContain('Sent what waited: 3');
    expect((await turnstile('status', ...state())).out).toContain('waiting to be sent: 0');
    const rows = await api.services.database.select(
      'SELECT late, decision, at FROM passages WHERE late = 1 ORDER BY id',
    );
    expect(rows.map(({ decision }) => decision)).toEqual(['allow', 'allow', 'stop']);
    expect((await countsOf(api.services, pointId)).rows).toBe(before + 3);
  });

  test('an answer that comes too late is told again, and the record says what the gate did', async () => {
    const [green, stopped] = [await buildPerson(api.services), await buildPerson(api.services)];
    await buildFact(api.services, stopped.idNumber);
    const before = await countsOf(api.services, pointId);
    door.slow = { path: '/device/scans', ms: 2_500 };
    for (const person of [green, stopped]) {
      const alone = await scan('--text', qrOf(person));
      expect(alone).toMatchObject({ code: 0, out: expect.stringMatching(/OPEN[^]*by itself/) });
    }
    door.slow = undefined;
    const ended = await scan('--text', 'https://www.example.com/');
    expect(ended.out).not.toContain('Not taken');
    expect((await turnstile('status', ...state())).out).toContain('waiting to be sent: 0');
    const rows = await api.services.database.select(
      'SELECT colour, decision, late FROM passages ORDER BY id DESC LIMIT 2',
    );
    expect(rows.map(({ late, ...row }) => ({ ...row, late: Number(late) }))).toEqual([
      { colour: 'orange', decision: 'allow', late: 1 },
      { colour: 'green', decision: 'allow', late: 0 },
    ]);
    const { rows: written, inside } = await countsOf(api.services, pointId);
    expect([written - before.rows, inside - before.inside]).toEqual([2, 2]);
  });

  test('it opens once for a code, by the platform’s word and without it', async () => {
    const used = /STAYS SHUT[^]*此码刚在这里用过，请刷新后再扫/;
    const [seen, unseen] = await Promise.all([1, 2].map(async () => qrOf(await buildPerson(api.services))));
    const before = (await countsOf(api.services, pointId)).rows;
    expect((await scan('--text', seen ?? '')).code).toBe(0);
    const behind = await scan('--text', seen ?? '');
    expect(behind).toMatchObject({ code: 20, out: expect.stringMatching(used) });
    expect(behind.out).toContain('by the platform');

    await door.shut();
    expect((await scan('--text', unseen ?? '')).code).toBe(0);
    const alone = await scan('--text', unseen ?? '');
    expect(alone).toMatchObject({ code: 20, out: expect.stringMatching(used) });
    expect(alone.out).toContain('by itself');
    await door.open();
    await scan('--text', 'https://www.example.com/');
    expect((await countsOf(api.services, pointId)).rows).toBe(before + 2);
  });

  test('one passage that the platform can do nothing with does not keep the others', async () => {
    const before = (await countsOf(api.services, pointId)).rows;
    await door.shut();
    expect((await scan('--text', qrOf(await buildPerson(api.services)))).code).toBe(0);
    const file = path.join(folder, 'gate/queue.json');
    const queue = JSON.parse(readFileSync(file, 'utf8')) as object[];
    writeFileSync(file, JSON.stringify([{ id: 'torn', object: '', decision: 'allow' }, ...queue]));
    await door.open();
    const ended = await scan('--text', 'https://www.example.com/');
    expect(ended.out).toMatch(/torn/);
    expect((await turnstile('status', ...state())).out).toContain('waiting to be sent: 0');
    expect((await countsOf(api.services, pointId)).rows).toBe(before + 1);
  });

  test('slowed down by the platform it stays shut, and decides nothing by itself', async () => {
    const attempt = jest
      .spyOn(api.services.limiter, 'attempt')
      .mockRejectedValue(new AppError('too_many_requests', { retryAfter: 60 }));
    const ended = await scan('--text', qrOf(await buildPerson(api.services)));
    attempt.mockRestore();
    expect(ended.code).toBe(20);
    expect(ended.out).toMatch(/STAYS SHUT[\s\S]*操作过于频繁[\s\S]*by the platform/);
  });

  test('too many wrong numbers keep nobody out who has a code', async () => {
    const wrong = `48291607335${checkDigit('48291607335')}`;
    const lines = [...Array<string>(31).fill(wrong), qrOf(await buildPerson(api.services))];
    const ended = await turnstileHearing(
      lines.join('\n'),
      'scan',
      ...state(),
      '--once',
      '--mask',
      'yes',
      '--temperature',
      '36.4',
    );
    expect(ended.out.match(/12 位数字不正确或已更换/g)).toHaveLength(30);
    expect(ended.out.match(/操作过于频繁/g)).toHaveLength(1);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/OPEN[^]*by the platform\s*$/);
  });

  test.each([
    ['device', '平台已停用本闸机'],
    ['point', '平台已停用本服务点'],
  ])('its %s disabled, it stays shut without network too, until the platform answers', async (what, said) => {
    const { body: list } = await api.request.get('/api/v1/unit/devices').set(auth).expect(200);
    const one = what === 'device' ? `devices/${list.items[0].id}` : `points/${pointId}`;
    const set = (active: boolean) =>
      api.request.patch(`/api/v1/unit/${one}`).set(auth).send({ active }).expect(200);
    const code = qrOf(await buildPerson(api.services));
    await set(false);
    expect(await scan('--text', code)).toMatchObject({ code: 20 });

    await door.shut();
    const alone = await scan('--text', code);
    expect(alone).toMatchObject({ code: 20, out: expect.stringContaining(said) });
    expect(alone.out).toContain('by itself');
    const told = (await turnstile('status', ...state())).out;
    expect(told).toContain(said);
    expect(told).toContain('waiting to be sent: 0');

    await door.open();
    await set(true);
    expect(await scan('--text', 'https://www.example.com/')).toMatchObject({ code: 20 });
    await door.shut();
    expect(await scan('--text', code)).toMatchObject({ code: 0 });
    await door.open();
    await scan('--text', 'https://www.example.com/');
  });

  test('its clock fallen back without network, it opens for no old picture; set by the platform, it works on', async () => {
    const hour = 3_600_000;
    const picture = qrOf(await buildPerson(api.services), 1, hour);
    await scan('--text', 'https://www.example.com/');
    await door.shut();
    const back = await scan('--text', picture, '--skew', '-3600');
    expect(back).toMatchObject({ code: 20, out: expect.stringContaining('本机时间不准，无法离线核验') });
    expect(back.out).toContain('list of revocations: of unknown age');
    expect((await turnstile('status', ...state())).out).toContain('waiting to be sent: 0');

    await door.open();
    await scan('--text', 'https://www.example.com/', '--skew', '-3600');
    await door.shut();
    const fresh = qrOf(await buildPerson(api.services));
    expect(await scan('--text', fresh, '--skew', '-3600')).toMatchObject({ code: 0 });
    await door.open();
    await scan('--text', 'https://www.example.com/');
  });

  test('with a new enrolment code it makes a new key, and keeps it when the answer was lost', async () => {
    const { body: list } = await api.request.get('/api/v1/unit/devices').set(auth).expect(200);
    const path = `/api/v1/unit/devices/${list.items[0].id}/enrolment`;
    const { body } = await api.request.post(path).set(auth).expect(200);
    const before = readFileSync(keyFile(), 'utf8');
    const named = ['--url', door.url, '--code', body.enrolment.code as string, '--serial', 'SN-1'];
    expect(await turnstile('enrol', ...state(), ...named)).toMatchObject({ code: 0, err: '' });
    const after = readFileSync(keyFile(), 'utf8');
    expect(after).not.toBe(before);
    expect(await turnstile('enrol', ...state(), ...named)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(keyFile(), 'utf8')).toBe(after);
  });
});

/** A picture as a camera takes it: small, grey, not quite straight. */
async function drawQr(text: string): Promise<Buffer> {
  const { size, runs } = qrSymbol(text);
  const svg = runs
    .map(({ x, y, length }) => `<rect x="${x + 4}" y="${y + 4}" width="${length}" height="1"/>`)
    .join('');
  const side = size + 8;
  const box = `viewBox="0 0 ${side} ${side}" width="600" height="600"`;
  const ground = `<rect width="${side}" height="${side}" fill="#ddd"/>`;
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${ground}${svg}</svg>`;

  return sharp(Buffer.from(drawn)).rotate(4, { background: '#888' }).png().toBuffer();
}
