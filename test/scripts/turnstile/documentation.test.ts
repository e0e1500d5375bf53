import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { codePrefixes } from '@anxing/contract/scanned';

import { decideHere } from '../../../scripts/turnstile/decide.mjs';
import { isGenuine, requestText, signedHeaders } from '../../../scripts/turnstile/signing.mjs';
import { at, deviceVectors, seeds } from '../../support/devices/vectors';

const page = readFileSync('docs/devices.md', 'utf8');
const found = new Map(
  [...page.matchAll(/<!-- vector: ([\w ]+) -->\n```\w*\n([\s\S]*?)\n```/g)].map(
    ([, name = '', text = '']) => [name, text] as const,
  ),
);

/** A message as it is printed. */
function messageOf(text = '') {
  const [head = '', body = ''] = text.split('\n\n');
  const lines = head.split('\n').slice(1);
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );

  return { headers, body };
}

function keyOf(seed: string): KeyObject {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');

  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

const publicOf = (name: string) =>
  new RegExp(`${name} +[0-9a-f]{64}\\n +([\\w-]{43})`).exec(found.get('seeds') ?? '')?.[1] ?? '';
const request = messageOf(found.get('request'));
const answer = messageOf(found.get('answer'));
const [keyId, nonce] = [request.headers.get('Anxing-Key') ?? '', request.headers.get('Anxing-Nonce') ?? ''];

test('every vector is what the platform computes', () => {
  expect(Object.fromEntries(found)).toEqual(deviceVectors());
});

test('the turnstile sends the request as it is printed', () => {
  const given = { method: 'POST', path: '/api/v1/device/scans', body: request.body, time: at, nonce };
  expect(requestText(given)).toBe(found.get('request text'));
  const headers = signedHeaders(given, { keyId, privateKey: keyOf(seeds.device), serverKey: 1 });
  for (const [name, value] of Object.entries(headers)) {
    expect(`${name}: ${request.headers.get(name)}`).toBe(`${name}: ${value}`);
  }
});

test('the turnstile believes the answer, and no other', () => {
  const serverKeys = [{ id: 1, publicKey: publicOf('server') }];
  const signature = answer.headers.get('Anxing-Signature') ?? '';
  const given = { keyId, nonce, status: 200, body: answer.body, serverKey: 1, signature };
  expect(isGenuine(serverKeys, given)).toBe(true);
  expect(isGenuine(serverKeys, { ...given, body: given.body.replace('allow', 'stop') })).toBe(false);
  expect(isGenuine(serverKeys, { ...given, status: 403 })).toBe(false);
});

test('it opens for the code and the pass, and half a minute later for neither', async () => {
  const lists = {
    keys: [{ id: 1, publicKey: publicOf('codes') }],
    colours: [null, 'green'],
    opens: [1],
    revocations: { asOf: at, passes: [], cards: [], complete: true },
  };
  const opens = async (name: string, after: number) =>
    (await decideHere({ lists, takesPasses: true }, { object: found.get(name) ?? '' }, at + after)).opens;
  expect(await opens('code', 0)).toBe(true);
  expect(await opens('pass', 0)).toBe(true);
  expect(await opens('code', 70_000)).toBe(false);
  expect(await opens('pass', 41_000)).toBe(false);
  expect(found.get('pass')?.startsWith(codePrefixes.pass)).toBe(true);
});

test('every route of devices stands in the page', () => {
  for (const call of ['enrolments', 'scans', 'scans/late', 'heartbeats', 'keys', 'revocations']) {
    expect(page).toContain(`device/${call}`);
  }
});
