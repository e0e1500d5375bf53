import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { dayOf } from '../../../api/src/base/days';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import type { Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(30_000);

let api: TestApi;
let desk: Auth;
let approver: Auth;
let folder: string;
let keyId: string;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The command as a source runs it, beside the server. */
async function feed(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('scripts/feed.mjs'), ...args]);
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()));
  ended.code = await new Promise((resolve) => child.once('close', resolve));

  return ended;
}

function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);

  return file;
}

const keyFile = () => path.join(folder, 'keys/feed-key.pem');
const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

function send(file: string, { batch, sequence }: { batch: string; sequence: number }, ...more: string[]) {
  const key = ['--key-id', keyId, '--key', keyFile()];
  const named = ['--batch', batch, '--sequence', String(sequence)];

  return feed('send', '--url', api.url, '--source', 'fever', ...key, ...named, ...more, file);
}

/** Registers the public key that the tool has shown, and has a second person approve it by the fingerprint. */
async function register(publicKey: string, fingerprint: string): Promise<string> {
  const { body: key } = await api.request
    .post('/api/v1/operator/feeds/fever/keys')
    .set(desk)
    .send({ channel: 'main', owner: '示例省卫生健康委员会', publicKey })
    .expect(201);
  const { body } = await api.request.get('/api/v1/operator/changes?kind=feedKey').set(approver).expect(200);
  const [change] = body.items as { id: string; facts: { value: string }[] }[];
  expect(change?.facts.map(({ value }) => value)).toContain(fingerprint);
  await api.request.post(`/api/v1/operator/changes/${change?.id}/approve`).set(approver).send({}).expect(200);

  return key.id as string;
}

beforeAll(async () => {
  api = await startApi({ feeds: false });
  desk = (await verifiedStaff(api.services, { roles: ['feeds'] })).auth;
  approver = (await verifiedStaff(api.services, { roles: ['approver'] })).auth;
  folder = mkdtempSync(path.join(tmpdir(), 'anxing-feed-'));
  const made = await feed('keygen', '--out', path.join(folder, 'keys'));
  expect(made).toMatchObject({ code: 0, err: '' });
  const publicKey = /public key: +(\S+)/.exec(made.out)?.[1] ?? '';
  const fingerprint = /fingerprint: +([0-9a-f ]{39})/.exec(made.out)?.[1] ?? '';
  keyId = await register(publicKey, fingerprint);
  expect((await feed('show', '--key', keyFile())).out).toContain(fingerprint);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});

test('a day of a source: dry, taken, taken once, with wrong rows, out of order, corrected', async () => {
  const rows = Array.from({ length: 6 }, () => `${inventIdNumber()},${today()}`);
  const file = fileOf('visits.csv', `证件号码,就诊日期\n${rows.join('\n')}\n`);
  const first = { batch: 'day-1', sequence: 1 };

  const dry = await send(file, first, '--dry');
  expect(dry.code).toBe(0);
  expect(dry.out).toMatch(/Anxing-Signature: [\w-]{86}\n[\s\S]*\nPOST\n\/api\/v1\/operator\/feeds\/fever/);
  expect(await FeedBatch.count({ where: { source: 'fever' } })).toBe(0);

  expect(await send(file, first)).toMatchObject({ code: 0, out: expect.stringContaining('in force') });
  const again = await send(file, first);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('taken before') });
  expect(await FeedBatch.count({ where: { source: 'fever', state: 'inForce' } })).toBe(1);

  const others = fileOf('others.ndjson', `{"idNumber":"${inventIdNumber()}","date":"${today()}"}\n`);
  const taken = await send(others, first);
  expect(taken).toMatchObject({
    code: 65,
    err: expect.stringContaining('same batch came with other content'),
  });
  const early = await send(others, { batch: 'day-3', sequence: 3 });
  expect(early).toMatchObject({ code: 65, err: expect.stringContaining('sequence: 2') });

  const fewer = await send(others, { batch: 'day-2', sequence: 2 }, '--rows', '2');
  expect(fewer).toMatchObject({ code: 65, err: expect.stringContaining('2 rows expected, 1 came') });

  const mixed = fileOf('mixed.csv', `证件号码,就诊日期\n${rows.join('\n')}\n12,${today()}\n`);
  const partly = await send(mixed, { batch: 'day-2', sequence: 2 });
  expect(partly.code).toBe(0);
  expect(partly.out).toMatch(/known 6[\s\S]*left out[^\n]*: 1\n[^\n]*line 8 · idNumber: /);
});

test('a file that cannot be taken is refused with what to do', async () => {
  const gbk = Buffer.from('d6a4bcfebac5c2eb2cbecdd5efc8d5c6da0a', 'hex');
  const next = { batch: 'gbk', sequence: 3 };
  const refused = await send(fileOf('gbk.csv', gbk), next);
  expect(refused).toMatchObject({ code: 65, err: expect.stringContaining('--charset gb18030') });
  expect(await send(fileOf('gbk.csv', gbk), next, '--charset', 'gb18030')).toMatchObject({ code: 0 });
});

test('of when the data is can be told, and is never in the future', async () => {
  const file = fileOf('none.ndjson', '');
  const next = { batch: 'none', sequence: 4 };
  const future = await send(file, next, '--as-of', '2999-01-01T08:00');
  expect(future).toMatchObject({ code: 65, err: expect.stringContaining('--as-of') });
  // After the files that came before; clocks of sources may be a little ahead.
  const at = `${new Date(Date.now() + 1_000).toISOString().slice(0, 19)}Z`;
  expect(await send(file, next, '--as-of', at)).toMatchObject({ code: 0 });
  const batch = await FeedBatch.findOne({ where: { source: 'fever', name: 'none', state: 'inForce' } });
  expect(Number(batch?.asOf)).toBe(Date.parse(at));
});

test('a key that is not of this feed, and a platform that does not answer', async () => {
  const file = fileOf('none.ndjson', '');
  const options = ['--key-id', keyId, '--key', keyFile(), '--batch', 'x', '--sequence', '1', file];
  const foreign = await feed('send', '--url', api.url, '--source', 'cases', ...options);
  expect(foreign).toMatchObject({ code: 65, err: expect.stringContaining('--source') });
  const silent = await feed('send', '--url', 'http://127.0.0.1:9', '--source', 'fever', ...options);
  expect(silent).toMatchObject({ code: 69, err: expect.stringContaining('a repeat is harmless') });
  expect(silent.err).not.toContain('    at ');
});
