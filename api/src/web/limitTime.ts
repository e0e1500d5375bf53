import type { IncomingMessage } from 'node:http';

/** ms in which a body must have come, other than one that is read as it comes. */
const bodyMs = 30_000;

/** Ends the connection of a client that sends its body too slowly: it would keep it for as long as it likes. */
export function limitTime(request: IncomingMessage): void {
  if (request.complete) {
    return;
  }
  const timer = setTimeout(() => request.destroy(new Error('the body took too long')), bodyMs);
  const stop = (): void => clearTimeout(timer);
  request.once('end', stop);
  request.once('close', stop);
}
