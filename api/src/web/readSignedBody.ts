import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import type { Http } from './http';
import { noteNamed } from './identifyDevice';
import { limitTime } from './limitTime';
import { hasBody, parsed } from './readBody';

/** At most so many bytes, whatever the head says of the length. */
async function readAll(http: Http, most: number): Promise<Buffer> {
  const { req } = http;
  if (Number(req.headers['content-length'] ?? 0) > most) {
    throw new AppError('body_too_large');
  }
  limitTime(req);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) {
        throw new AppError('body_too_large');
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('malformed_body', { cause });
  }

  return Buffer.concat(chunks);
}

function checkKind({ req: { headers } }: Http): void {
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  if (!isJson || headers['content-encoding'] !== undefined) {
    throw new AppError('unsupported_media_type');
  }
}

/**
 * Reads a JSON body that was signed: the bytes are kept beside what they mean. One that is too long is refused before it
 * is read, and counted for the device that it names.
 */
export async function readSignedBody(http: Http, most: number = limits.bodyBytes): Promise<void> {
  if (!hasBody(http.req)) {
    return;
  }
  try {
    checkKind(http);
    const bytes = await readAll(http, most);
    http.state.bytes = bytes;
    http.state.body = parsed(bytes.toString('utf8'));
  } catch (error) {
    await noteNamed(http, error);
    throw error;
  }
}
