import { createHash, createPublicKey, randomBytes, sign, verify } from 'node:crypto';

function sha256(body) {
  return createHash('sha256').update(body).digest();
}

/** 32 bytes in base64url as a key. */
export function publicKeyOf(text) {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}

/** What a request signs: method, path with query, SHA-256 of the body in hex, time in ms and nonce, a line each. */
export function requestText({ method, path, body, time, nonce }) {
  return [method, path, sha256(body).toString('hex'), time, nonce].join('\n');
}

/** What the server signs of its answer: the word, key of the request, its nonce, status, SHA-256 of the body in hex. */
export function answerText({ keyId, nonce, status, body }) {
  return ['ANSWER', keyId, nonce, status, sha256(body).toString('hex')].join('\n');
}

export function newNonce() {
  return randomBytes(16).toString('base64url');
}

/**
 * The headers of a signed request.
 * @param {{ method: string, path: string, body: string, time: number, nonce: string }} request
 * @param {{ keyId: string, privateKey: import('node:crypto').KeyObject, serverKey?: number }} by
 */
export function signedHeaders(request, { keyId, privateKey, serverKey }) {
  const { body, time, nonce } = request;
  const content = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) };

  return {
    ...(body ? { ...content, 'Content-Digest': `sha-256=:${sha256(body).toString('base64')}:` } : {}),
    'Anxing-Key': keyId,
    'Anxing-Time': String(time),
    'Anxing-Nonce': nonce,
    'Anxing-Signature': sign(null, Buffer.from(requestText(request)), privateKey).toString('base64url'),
    ...(serverKey === undefined ? {} : { 'Anxing-Server-Key': String(serverKey) }),
  };
}

/**
 * Whether one of the server's keys signed an answer to this very request.
 * @param {{ id: number, publicKey: string }[]} serverKeys
 * @param {{ keyId: string, nonce: string, status: number, body: string, serverKey: number, signature: string }} answer
 */
export function isGenuine(serverKeys, answer) {
  const key = serverKeys.find(({ id }) => id === answer.serverKey);
  const signature = Buffer.from(answer.signature, 'base64url');
  const isWhole = signature.length === 64 && signature.toString('base64url') === answer.signature;

  return (
    Boolean(key) &&
    isWhole &&
    verify(null, Buffer.from(answerText(answer)), publicKeyOf(key.publicKey), signature)
  );
}
