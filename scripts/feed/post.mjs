import { createReadStream } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';

/** A feed of millions of rows is stored before it is answered. */
const silenceMs = 600_000;
const answerBytes = 4_000_000;

async function textOf(response) {
  const chunks = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > answerBytes) {
      throw Object.assign(new Error('the answer has no end'), { code: 'EMSGSIZE' });
    }
    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Sends a file as the body of a request, piece by piece: a file that grows or shrinks meanwhile does not fit its digest,
 * which the platform sees. Nothing is tried again.
 * @returns {Promise<{ status: number, text: string }>}
 * @throws errors of the system when nobody answers
 */
export function post(origin, { target, headers }, file) {
  const { request } = origin.startsWith('https:') ? https : http;

  return new Promise((resolve, reject) => {
    const sending = request(origin + target, { method: 'POST', headers });
    const silence = Object.assign(new Error('silence'), { code: 'ETIMEDOUT' });
    sending.setTimeout(silenceMs, () => sending.destroy(silence));
    sending.once('response', (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode, text }), reject);
    });
    sending.on('error', reject);
    pipeline(createReadStream(file), sending, (error) => error && reject(error));
  });
}
