import { createHash, createHmac } from 'node:crypto';

/** What is signed of a request. */
export interface SignedRequest {
  /** The path of the whole address, such as /exchange/code/verify. */
  path: string;
  /** ms */
  timestamp: number;
  nonce: string;
  body: string;
}

/** HMAC-SHA-256 in base64 over method, path, time, nonce and the body's digest, each in a line. */
export function nationalSignature(secret: string, { path, timestamp, nonce, body }: SignedRequest): string {
  const digest = createHash('sha256').update(body, 'utf8').digest('hex');
  const content = ['POST', path, timestamp, nonce, digest].join('\n');

  return createHmac('sha256', secret).update(content, 'utf8').digest('base64');
}
