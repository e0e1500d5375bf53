import { randomUUID } from 'node:crypto';

import { nobody } from './caller';
import { clientAddress } from './clientAddress';
import type { Http } from './http';

const requestIdForm = /^[\w-]{8,64}$/;

/** Gives a request its id and address. */
export function openRequest(http: Http): void {
  const given = http.get('x-request-id');
  http.state.requestId = requestIdForm.test(given) ? given : randomUUID();
  http.state.ip = clientAddress(http.req, http.services.settings.proxyHops);
  http.state.caller = nobody;
  http.set('X-Request-Id', http.state.requestId);
}

/**
 * Writes the request's line: pattern, status and time, never the path, which may hold a token.
 * @param start ms of performance.now() when the request came
 */
export function closeRequest({ services, state, method, status }: Http, start: number): void {
  const { requestId, pattern = 'static' } = state;
  const ms = performance.now() - start;
  services.logger.info({ requestId, method, pattern, status, ms: Math.round(ms * 10) / 10 });
  services.metrics.observe(method, pattern, status, ms / 1000);
}
