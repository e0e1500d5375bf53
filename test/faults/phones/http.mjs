import { Agent, request } from 'node:http';

/** As in the mini-program. */
const timeoutMs = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Posts JSON.
 * @returns {Promise<{ status: number, body: string }>}
 * @throws when no whole answer came
 */
export function post(port, path, token, body) {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    authorization: `Bearer ${token}`,
  };

  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, port, path, headers, host: '127.0.0.1', method: 'POST', timeout: timeoutMs },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('aborted', () => reject(new Error('cut off')));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within 10 s')));
    sent.on('error', reject);
    sent.end(text);
  });
}

export function hangUp() {
  agent.destroy();
}
