import type { Http } from './http';
import { closeRequest, openRequest } from './requestLog';

/** Gives each request an id and writes one line about it. */
export async function logRequests(http: Http, next: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  openRequest(http);
  await next();
  closeRequest(http, start);
}
