import { keepTemporary } from './files';
import { type Received, toBase64 } from './network';

function headerOf({ headers }: Received, name: string): string {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? '';
}

/** Keeps what was received as a file. @returns its temporary path */
export function keepReceived(received: Received): string {
  const type = headerOf(received, 'content-type').split(';')[0] || 'application/octet-stream';

  return keepTemporary(`data:${type};base64,${toBase64(received.bytes)}`, type.split('/')[1] ?? 'bin');
}
