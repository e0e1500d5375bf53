import type { IncomingMessage } from 'node:http';

import bourne from '@hapi/bourne';
import { bodyParser } from '@koa/bodyparser';

import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import type { Http } from './http';
import { limitTime } from './limitTime';

const parseAny = bodyParser({
  enableTypes: ['json'],
  jsonLimit: limits.bodyBytes,
  onError: (error) => {
    const status: unknown = Reflect.get(error, 'status');
    throw new AppError(status === 413 ? 'body_too_large' : 'malformed_body', { cause: error });
  },
});

/** Whether a request says that it brings something. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
}

/** What nearly every client sends: its length is known, and there is nothing to unpack. */
export function isPlain({ headers }: IncomingMessage, most: number = limits.bodyBytes): boolean {
  const length = Number(headers['content-length'] ?? Infinity);

  return (
    headers['content-type'] === 'application/json' &&
    headers['content-encoding'] === undefined &&
    length <= most
  );
}

/** Node itself ends a body at the length that was told. */
function readAll(request: IncomingMessage): Promise<string> {
  return new Promise((done, fail) => {
    limitTime(request);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
    request.on('error', (cause) => fail(new AppError('malformed_body', { cause })));
  });
}

/** @throws malformed_body */
export function parsed(text: string): unknown {
  let value: unknown;
  try {
    // Refuses fields that reach for the language's own.
    value = bourne.parse(text);
  } catch (cause) {
    throw new AppError('malformed_body', { cause });
  }
  if (typeof value !== 'object' || value === null) {
    throw new AppError('malformed_body');
  }

  return value;
}

/** Whatever else a client may send: packed, in pieces, with a character set. */
async function readAny(http: Http): Promise<unknown> {
  if (!http.is('json')) {
    throw new AppError('unsupported_media_type');
  }
  limitTime(http.req);
  await parseAny(http as never, async () => undefined);

  return http.request.body;
}

/**
 * Reads a JSON body of at most 64 KB; anything else is named and refused.
 * @param most bytes, where a plain body may be longer
 */
export async function readBody(http: Http, most: number = limits.bodyBytes): Promise<void> {
  if (hasBody(http.req)) {
    http.state.body = isPlain(http.req, most) ? parsed(await readAll(http.req)) : await readAny(http);
  }
}
