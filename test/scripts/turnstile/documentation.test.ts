import { spawnSync } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { codePrefixes } from '@anxing/contract/scanned';

import { decideHere } from '../../../scripts/turnstile/decide.mjs';
import { isGenuine, requestText, signedHeaders } from '../../../scripts/turnstile/signing.mjs';
import { at, deviceVectors, seeds } from '../../support/devices/vectors';
import { useTemporaryFolder } from '../temporaryFolder';

const pages = ['docs/devices.md', 'docs/devices.zh-CN.md'] as const;
const [page = '', chinese = ''] = pages.map((file) => readFileSync(file, 'utf8'));

function vectorsOf(text: string): Map<string, string> {
  const blocks = text.matchAll(/<!-- vector: ([\w ]+) -->\n```\w*\n([\s\S]*?)\n```/g);

  return new Map([...blocks].map(([, name = '', vector = '']) => [name, vector] as const));
}

const found = vectorsOf(page);

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

test.each([page, chinese])('every vector is what the platform computes, on both pages', (text) => {
  expect(Object.fromEntries(vectorsOf(text))).toEqual(deviceVectors());
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

/** First cells of the tables that hold names of the protocol. */
function namesOf(text: string): string[] {
  return [...text.matchAll(/^\| (`[^|]*\S) +\|/gm)].map(([, cell = '']) => cell.replace(/[、,] ?/g, ' '));
}

test('every route of devices stands in both pages, and so does every other name', () => {
  for (const call of ['enrolments', 'scans', 'scans/late', 'heartbeats', 'keys', 'revocations']) {
    expect(page).toContain(`device/${call}`);
  }
  expect(namesOf(page).length).toBeGreaterThan(20);
  expect(namesOf(chinese)).toEqual(namesOf(page));
});

describe('in two languages', () => {
  const examples = [...page.matchAll(/<!-- code: (\S+) -->\n```\w+\n([\s\S]*?)\n```/g)];
  const folder = useTemporaryFolder();
  const python = (file: string) =>
    spawnSync('python3', ['docs/devices/device.py', 'check', file], { encoding: 'utf8' });

  test.each(examples.map(([, file = '', code = '']) => [file, code] as const))(
    'what is printed stands in %s',
    (file, code) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      let from = 0;
      for (const line of code.split('\n')) {
        const at = lines.indexOf(line, from);
        expect({ line, isThere: at >= 0 }).toEqual({ line, isThere: true });
        from = at + 1;
      }
    },
  );

  test('there are two', () => {
    expect(examples.map(([, file]) => file)).toEqual([
      'scripts/turnstile/signing.mjs',
      'docs/devices/device.py',
    ]);
  });

  test.each(pages)('Python comes to the same: %s', (file) => {
    const { status, stdout, stderr } = python(file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/^right /gm)?.length).toBe(12);
  });

  test.each([
    ['nobody is there', 'http://127.0.0.1:9'],
    ['the address is none', 'nowhere'],
  ])('Python says in a line that %s', (_what, url) => {
    const file = path.join(folder(), 'state.json');
    const seed = seeds.device;
    writeFileSync(file, JSON.stringify({ url, seed, id: keyId, offset: 0, serverKeys: [] }));
    const { status, stderr } = spawnSync('python3', ['docs/devices/device.py', 'scan', file, 'x'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('Traceback');
  });

  test('Python notices a signature, a code and a pass that are others', () => {
    const altered = page
      .replace(/(Anxing-Signature: )\w/g, (_, head: string) => `${head}_`)
      .replace(/AX([12]):EaGh/g, 'AX$1:EaGi');
    const file = path.join(folder(), 'page.md');
    writeFileSync(file, altered);
    const { status, stdout } = python(file);
    expect(status).toBe(1);
    expect([...stdout.matchAll(/^WRONG (.*)$/gm)].map(([, name]) => name)).toEqual([
      'request text',
      'request',
      'answer',
      'code',
      'pass',
    ]);
  });
});
