import { bodyParser } from '@koa/bodyparser';

import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import type { Http } from './http';

const parse = bodyParser({
  enableTypes: ['json'],
  jsonLimit: limits.bodyBytes,
  onError: (error) => {
    const status: unknown = Reflect.get(error, 'status');
    throw new AppError(status === 413 ? 'body_too_large' : 'malformed_body', { cause: error });
  },
});

function hasBody(http: Http): boolean {
  return Number(http.get('content-length')) > 0 || Boolean(http.get('transfer-encoding'));
}

/** Reads a JSON body of at most 64 KB; anything else is named and refused. */
export async function readBody(http: Http, next: () => Promise<unknown>): Promise<void> {
  if (hasBody(http) && !http.is('json')) {
    throw new AppError('unsupported_media_type');
  }
  await parse(http as never, next as never);
}
