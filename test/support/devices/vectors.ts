import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

import { base64urlOf } from '@anxing/contract/offline/base64url';
import { signedText } from '@anxing/contract/offline/codeForms';
import { chainDown, passSteps, showPass } from '@anxing/contract/offline/passChain';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { signAnswer, signRequest } from '../../../api/src/codes/deviceSignature';
import { sha256 } from '../../../api/src/codes/outagePass';

/** Keys of nobody: bytes that count up, so that everybody can type them. */
export const seeds = {
  device: '00'.repeat(31) + '01',
  server: '00'.repeat(31) + '02',
  codes: '00'.repeat(31) + '03',
};

/** 2026-11-21 08:30:00 in Beijing. */
export const at = Date.UTC(2026, 10, 21, 0, 30);

const deviceId = makeUuid7(at - 86_400_000, Buffer.alloc(10, 1));
const scanId = makeUuid7(at, Buffer.alloc(10, 2));
const nonce = 'MDEyMzQ1Njc4OWFiY2RlZg';

function keyOf(seed: string): KeyObject {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');

  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function publicText(seed: string): string {
  return String(createPublicKey(keyOf(seed)).export({ format: 'jwk' }).x);
}

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A code: its block is of no meaning outside the server, and any 16 bytes will do. */
function codeText(): string {
  const code = Buffer.alloc(22);
  code.writeUInt8(0x11, 0);
  Buffer.from('a1'.repeat(16), 'hex').copy(code, 1);
  code.writeUInt8(1, 17);
  code.writeUInt32BE(at / 1_000 - 5, 18);
  const signature = sign(null, signedText('code', code), keyOf(seeds.codes));

  return `AX1:${base64urlOf(Buffer.concat([code, signature]))}`;
}

/** A pass that was issued an hour ago. */
function passText(): string {
  const issued = at / 1_000 - 3_600;
  const pass = Buffer.alloc(46);
  const id = Buffer.from('b2'.repeat(8), 'hex');
  const seed = Buffer.from('c3'.repeat(16), 'hex');
  pass.writeUInt8(0x11, 0);
  Buffer.from('a1'.repeat(16), 'hex').copy(pass, 1);
  pass.writeUInt8(1, 17);
  pass.writeUInt32BE(issued, 18);
  id.copy(pass, 22);
  pass.set(chainDown(sha256, id, seed, passSteps), 30);
  const signature = sign(null, signedText('pass', pass), keyOf(seeds.codes));
  const secret = {
    signed: base64urlOf(Buffer.concat([pass, signature])),
    seed: base64urlOf(seed),
    issuedAt: issued * 1_000,
  };

  return showPass(sha256, secret, at) ?? '';
}

function requestVector() {
  const body = JSON.stringify({ id: scanId, object: codeText(), temperature: 36.5, mask: true });
  const path = '/api/v1/device/scans';
  const signature = signRequest(keyOf(seeds.device), { method: 'POST', path, body, timestamp: at, nonce });
  const digest = createHash('sha256').update(body).digest('base64');

  return {
    body,
    text: ['POST', path, hex(body), at, nonce].join('\n'),
    http: [
      `POST ${path} HTTP/1.1`,
      'Host: code.example.gov.cn',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Content-Digest: sha-256=:${digest}:`,
      `Anxing-Key: ${deviceId}`,
      `Anxing-Time: ${at}`,
      `Anxing-Nonce: ${nonce}`,
      `Anxing-Signature: ${signature}`,
      'Anxing-Server-Key: 1',
      '',
      body,
    ].join('\n'),
  };
}

function answerVector() {
  const body =
    `{"id":"${scanId}","object":"code","colour":"green","decision":"allow","why":null,"wants":[],` +
    `"direction":"in","at":${at},"name":"**明"}`;
  const signature = signAnswer(keyOf(seeds.server), { keyId: deviceId, nonce, status: 200, body });

  return {
    text: ['ANSWER', deviceId, nonce, 200, hex(body)].join('\n'),
    http: [
      'HTTP/1.1 200 OK',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Anxing-Server-Key: 1',
      `Anxing-Signature: ${signature}`,
      '',
      body,
    ].join('\n'),
  };
}

/** Everything of `docs/devices.md` that is computed, by its name there. */
export function deviceVectors(): Record<string, string> {
  const request = requestVector();
  const answer = answerVector();

  return {
    seeds: [
      `device  ${seeds.device}\n        ${publicText(seeds.device)}`,
      `server  ${seeds.server}\n        ${publicText(seeds.server)}   (Anxing-Server-Key: 1)`,
      `codes   ${seeds.codes}\n        ${publicText(seeds.codes)}   (key 1)`,
    ].join('\n'),
    'request text': request.text,
    request: request.http,
    'answer text': answer.text,
    answer: answer.http,
    code: codeText(),
    pass: passText(),
  };
}
