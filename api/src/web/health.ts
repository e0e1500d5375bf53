import { timingSafeEqual } from 'node:crypto';

import type { Http } from './http';

function tokenMatches(http: Http, token: string): boolean {
  const given = Buffer.from(http.get('authorization'));
  const wanted = Buffer.from(`Bearer ${token}`);

  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function ready(http: Http): Promise<void> {
  try {
    await http.services.database.ping();
    http.body = { ready: true };
  } catch {
    http.status = 503;
    http.set('Retry-After', '5');
    http.body = { ready: false, why: 'database' };
  }
}

async function metrics(http: Http): Promise<void> {
  const { settings, metrics: found } = http.services;
  if (settings.mode === 'production' && !tokenMatches(http, settings.secrets.metricsToken)) {
    http.status = 401;
    http.body = 'metrics need the token\n';

    return;
  }
  http.type = found.registry.contentType;
  http.body = await found.registry.metrics();
}

/** What machines ask: alive, able to serve, and the numbers. */
export async function health(http: Http, next: () => Promise<unknown>): Promise<void> {
  if (http.method !== 'GET' && http.method !== 'HEAD') {
    await next();

    return;
  }
  switch (http.path) {
    case '/healthz':
      http.state.pattern = '/healthz';
      http.body = { alive: true };
      break;
    case '/readyz':
      http.state.pattern = '/readyz';
      await ready(http);
      break;
    case '/metrics':
      http.state.pattern = '/metrics';
      await metrics(http);
      break;
    default:
      await next();
  }
}
