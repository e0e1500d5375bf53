import type { IncomingMessage } from 'node:http';

import { AppError } from '../base/errors';
import type { Http } from './http';
import { limitTime } from './limitTime';
import type { Upload } from './route';

/** Stops listening at the first byte too many. */
function readUpTo(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((done, fail) => {
    limitTime(request);
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) {
        request.removeAllListeners('data').resume();
        fail(new AppError('body_too_large'));

        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('aborted', () => fail(new AppError('malformed_body')));
    request.on('error', (cause) => fail(new AppError('malformed_body', { cause })));
  });
}

/**
 * Reads a file that was sent as the body. Only called once the caller was admitted, so that strangers send nothing.
 * @throws unsupported_media_type, body_too_large
 */
export async function readUpload(http: Http, { types, bytes }: Upload): Promise<Buffer> {
  if (!http.is(...types)) {
    throw new AppError('unsupported_media_type');
  }
  if (Number(http.get('content-length')) > bytes) {
    throw new AppError('body_too_large');
  }

  return readUpTo(http.req, bytes);
}
