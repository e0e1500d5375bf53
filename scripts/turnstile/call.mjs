import http from 'node:http';
import https from 'node:https';

import { isGenuine, newNonce, signedHeaders } from './signing.mjs';

const answerBytes = 16_000_000;

/** No answer that counts: nobody there, too late, busy, or not signed by the server. */
export class NoAnswer extends Error {
  name = 'NoAnswer';
}

async function textOf(response) {
  const chunks = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > answerBytes) {
      throw new NoAnswer('the answer has no end');
    }
    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString('utf8');
}

function send(origin, { method, path, body }, headers, timeoutMs) {
  const { request } = origin.startsWith('https:') ? https : http;

  return new Promise((resolve, reject) => {
    const late = AbortSignal.timeout(timeoutMs);
    const sending = request(origin + path, { method, headers, signal: late, agent: false });
    sending.once('response', (response) => {
      textOf(response).then((text) => resolve({ response, text }), reject);
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

function parse(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new NoAnswer('not JSON');
  }
}

/** Whoever is not the server may say what he likes: it is no answer. */
function checkGenuine({ response, text }, { keyId, nonce, serverKeys }) {
  const { headers, statusCode } = response;
  const answer = {
    keyId,
    nonce,
    status: statusCode,
    body: text,
    serverKey: Number(headers['anxing-server-key']),
    signature: headers['anxing-signature'] ?? '',
  };
  if (!isGenuine(serverKeys ?? parse(text)?.serverKeys ?? [], answer)) {
    throw new NoAnswer(`HTTP ${statusCode}, not signed by the platform`);
  }
}

/**
 * Sends a signed request and gives the answer that the server signed for it.
 * @param {{ origin: string, keyId: string, privateKey: object, serverKeys?: object[], now(): number }} by without
 *   `serverKeys` the keys in the answer are believed, once: at enrolment
 * @returns {Promise<{ status: number, body: any }>}
 * @throws NoAnswer
 */
export async function call(by, method, path, { body, timeoutMs = 2_000 } = {}) {
  const { origin, keyId, privateKey, serverKeys } = by;
  const request = {
    method,
    path,
    body: body === undefined ? '' : JSON.stringify(body),
    time: by.now(),
    nonce: newNonce(),
  };
  const headers = signedHeaders(request, { keyId, privateKey, serverKey: serverKeys?.at(-1)?.id });
  let answered;
  try {
    answered = await send(origin, request, headers, timeoutMs);
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(error.code ?? error.message);
  }
  const status = answered.response.statusCode;
  if (status >= 500) {
    throw new NoAnswer(`HTTP ${status}`);
  }
  // Of too many requests the platform tells itself, and then there is network; a proxy cannot sign.
  if (serverKeys || status < 300 || status === 429) {
    checkGenuine(answered, { keyId, nonce: request.nonce, serverKeys });
  }

  return { status, body: parse(answered.text) };
}
