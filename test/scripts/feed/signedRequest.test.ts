import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import path from 'node:path';

import { readDelivery } from '../../../scripts/feed/readDelivery.mjs';
import { signedRequest } from '../../../scripts/feed/signedRequest.mjs';
import { useTemporaryFolder, writeFiles } from '../temporaryFolder';

const folder = useTemporaryFolder();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const time = Date.parse('2026-11-21T00:05:00Z');
const options = {
  source: 'fever',
  batch: '2026-11-21:a.b',
  sequence: 12,
  asOf: Date.parse('2026-11-21T00:00:00Z'),
  keyId: '019a0000-0000-7000-8000-000000000000',
};
const content = 'idNumber,date\n11010519491231002X,2026-11-20\n';

async function requestOf(name: string, charset?: string, given: object = {}) {
  writeFiles(folder(), { [name]: content });
  const delivery = await readDelivery({ file: path.join(folder(), name), charset });

  return signedRequest({ ...options, ...given }, delivery, privateKey, time);
}

test('what is signed is method, path, digest, time and nonce, a line each', async () => {
  const { target, headers, text } = await requestOf('visits.csv');
  const sha256 = createHash('sha256').update(content);
  expect(target).toBe(
    `/api/v1/operator/feeds/fever/batches?batch=2026-11-21%3Aa.b&sequence=12&asOf=${options.asOf}`,
  );
  expect(text).toBe(`POST\n${target}\n${sha256.copy().digest('hex')}\n${time}\n${headers['Anxing-Nonce']}`);
  expect(headers).toEqual({
    'Content-Type': 'text/csv',
    'Content-Digest': `sha-256=:${sha256.digest('base64')}:`,
    'Anxing-Key': options.keyId,
    'Anxing-Time': String(time),
    'Anxing-Nonce': expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    'Anxing-Signature': expect.stringMatching(/^[A-Za-z0-9_-]{86}$/),
  });
  const signature = Buffer.from(headers['Anxing-Signature'] ?? '', 'base64url');
  expect(verify(null, Buffer.from(text), publicKey, signature)).toBe(true);
});

test('each signature has a nonce of its own', async () => {
  const [one, other] = [await requestOf('a.csv'), await requestOf('a.csv')];
  expect(one.headers['Anxing-Nonce']).not.toBe(other.headers['Anxing-Nonce']);
});

test.each([
  ['visits.csv', 'gb18030', 'text/csv; charset=gb18030'],
  ['visits.CSV', undefined, 'text/csv'],
  ['visits.ndjson', undefined, 'application/x-ndjson'],
  ['visits.jsonl', undefined, 'application/x-ndjson'],
])('%s in %s is sent as %s', async (name, charset, type) => {
  expect((await requestOf(name, charset)).headers['Content-Type']).toBe(type);
});

test('other files are refused before anything is read', async () => {
  await expect(readDelivery({ file: 'visits.xlsx', charset: undefined })).rejects.toMatchObject({
    exitCode: 64,
  });
  await expect(
    readDelivery({ file: path.join(folder(), 'none.csv'), charset: undefined }),
  ).rejects.toMatchObject({
    exitCode: 66,
  });
});

test('how many rows are meant is signed with the rest', async () => {
  const { target, text } = await requestOf('visits.csv', undefined, { rows: 1 });
  expect(target).toMatch(/&asOf=\d+&rows=1$/);
  expect(text).toContain(`\n${target}\n`);
});
