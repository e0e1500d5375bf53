import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { verifyRequest } from '../../../api/src/codes/deviceSignature';
import { fingerprintOf, publicKeyOf } from '../../../scripts/feed/keyFile.mjs';
import { signedText } from '../../../scripts/feed/signedRequest.mjs';

const page = readFileSync('docs/integration.md', 'utf8');
const section = page.slice(page.indexOf('\n## Feeds\n'), page.indexOf('\n## The national code\n'));
const blocks = [...section.matchAll(/```\n([\s\S]*?)\n```/g)].map(([, text = '']) => text);
const [, body = '', text = '', headers = ''] = blocks;

/** PKCS #8 of an Ed25519 seed: the bytes before it are always the same. */
function keyOf(seed: string) {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');

  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

const privateKey = keyOf(/`([0-9a-f]{64})`/.exec(section)?.[1] ?? '');
const [, target = '', sha256 = '', time = '', nonce = ''] = text.split('\n');
const signature = /Anxing-Signature: ([\w-]{86})/.exec(headers)?.[1] ?? '';

test('the example is what the tool would send', () => {
  const hash = createHash('sha256').update(`${body}\n`).digest();
  expect(sha256).toBe(hash.toString('hex'));
  expect(headers).toContain(`sha-256=:${hash.toString('base64')}:`);
  expect(section).toContain(publicKeyOf(privateKey));
  expect(section).toContain(fingerprintOf(publicKeyOf(privateKey)));
  expect(signedText({ target, sha256: hash, time: Number(time), nonce })).toBe(text);
  expect(sign(null, Buffer.from(text), privateKey).toString('base64url')).toBe(signature);
});

test('the example is what the platform would accept', () => {
  const request = { method: 'POST', path: target, body: { sha256 }, timestamp: Number(time), nonce };
  const publicKey = createPublicKey(privateKey);
  expect(verifyRequest(publicKey, request, signature, Number(time))).toMatchObject({ ok: true });
});

interface Feed {
  source: string;
  name: string;
  delivery: string;
  lateAfterHours: number | null;
  kinds: { id: string }[];
  columns: { name: string; title: string; type: string; required: boolean }[];
}

function rowOf({ source, name, delivery, lateAfterHours, kinds, columns }: Feed): string {
  const cells = columns.map((one) => `\`${one.name}\` ${one.title}${one.required ? '' : '?'}`);
  const hasKinds = columns.some(({ type }) => type === 'kind');
  const choice = hasKinds ? kinds.map(({ id }) => `\`${id}\``).join(' ') : '—';
  const late = lateAfterHours === null ? '—' : `${lateAfterHours} h`;

  return `| \`${source}\` ${name} | ${delivery} | ${late} | ${cells.join(', ')} | ${choice} |`;
}

test('the table of columns is that of the configuration', () => {
  const { feeds } = JSON.parse(readFileSync('config/feeds.json', 'utf8')) as { feeds: Feed[] };
  const rows = feeds.filter(({ columns }) => columns.length > 0).map(rowOf);
  expect(section.split('\n')).toEqual(expect.arrayContaining(rows));
});
