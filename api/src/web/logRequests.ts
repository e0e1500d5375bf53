import { randomUUID } from 'node:crypto';

import { clientAddress } from './clientAddress';
import type { Http } from './http';
import { nobody } from './caller';

const requestIdForm = /^[\w-]{8,64}$/;

/** Gives each request an id and writes one line: pattern, status and time, never the path, which may hold a token. */
export async function logRequests(http: Http, next: () => Promise<unknown>): Promise<void> {
  const given = http.get('x-request-id');
  http.state.requestId = requestIdForm.test(given) ? given : randomUUID();
  http.state.ip = clientAddress(http.req, http.services.settings.proxyHops);
  http.state.caller = nobody;
  http.set('X-Request-Id', http.state.requestId);
  const start = process.hrtime.bigint();
  await next();
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  const { requestId, pattern = 'static' } = http.state;
  http.services.logger.info({
    requestId,
    method: http.method,
    pattern,
    status: http.status,
    ms: Math.round(ms * 10) / 10,
  });
  http.services.metrics.observe(http.method, pattern, http.status, ms / 1000);
}
