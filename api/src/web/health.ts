import { timingSafeEqual } from 'node:crypto';

import type { Services } from '../context';
import { areDaysPrepared } from '../passages/passageDays';
import type { Http } from './http';

function tokenMatches(http: Http, token: string): boolean {
  const given = Buffer.from(http.get('authorization'));
  const wanted = Buffer.from(`Bearer ${token}`);

  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Why this process cannot serve; undefined when it can. */
async function whyNot({ database, lease, config, clock }: Services): Promise<string | undefined> {
  try {
    await database.ping();
    if (!lease.isHeld()) {
      return 'lease';
    }

    return (await areDaysPrepared(database, config.brand.zone, clock.now())) ? undefined : 'partitions';
  } catch {
    return 'database';
  }
}

async function ready(http: Http): Promise<void> {
  const why = await whyNot(http.services);
  http.body = why ? { ready: false, why } : { ready: true };
  if (why) {
    http.status = 503;
    http.set('Retry-After', '5');
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
  http.body = await found.read();
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
