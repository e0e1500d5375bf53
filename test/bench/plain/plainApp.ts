import Router from '@koa/router';
import Koa from 'koa';

import { fieldErrors } from '@anxing/contract/fieldErrors';

import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import { actorOf } from '../../../api/src/web/caller';
import { checkOrigin } from '../../../api/src/web/checkOrigin';
import { handleErrors } from '../../../api/src/web/handleErrors';
import { health } from '../../../api/src/web/health';
import type { Http, HttpApp, HttpContext, HttpState } from '../../../api/src/web/http';
import { useAllowance } from '../../../api/src/web/limits';
import { logRequests } from '../../../api/src/web/logRequests';
import { readBody } from '../../../api/src/web/readBody';
import type { Route } from '../../../api/src/web/route';
import { secureHeaders } from '../../../api/src/web/secureHeaders';
import { identify } from './identify';
import { plainScan } from './scans';
import { plainVisit } from './visits';

async function serve(route: Route, http: Http): Promise<void> {
  const { services } = http;
  const now = services.clock.now();
  http.state.pattern = route.path;
  http.set('Cache-Control', 'no-store');
  checkOrigin(http);
  const caller = await identify(services, http.get('authorization'), now);
  http.state.caller = caller;
  const admitted = route.access.admit(caller);
  await useAllowance(services, route, http);
  const parsed = route.body?.safeParse(http.state.body ?? {});
  if (!parsed?.success) {
    throw new AppError('invalid_input', { fields: fieldErrors(parsed?.error.issues ?? []) });
  }
  const answer = await route.handle({
    params: undefined,
    query: undefined,
    input: parsed.data,
    services,
    caller: admitted,
    origin: { actor: actorOf(admitted), ip: http.state.ip },
    now,
    http,
  });
  http.body = route.answer?.parse(answer);
}

/** The plain version: the same web layer, and two routes that read and write one request at a time. */
export function plainApp(services: Services): HttpApp {
  const app = new Koa<HttpState, HttpContext>();
  const router = new Router<HttpState, HttpContext>({ prefix: '/api/v1' });
  for (const route of [plainVisit, plainScan]) {
    router.register(route.path, [route.method], (http) => serve(route, http as unknown as Http));
  }
  app.context.services = services;
  app.silent = true;
  app.use(logRequests);
  app.use(handleErrors);
  app.use(secureHeaders(services.settings, () => true));
  app.use(health);
  app.use(async (http, next) => {
    await readBody(http);
    await next();
  });
  app.use(router.routes());

  return app;
}
