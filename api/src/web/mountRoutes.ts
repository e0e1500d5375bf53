import Router from '@koa/router';
import { z } from 'zod';

import { fieldErrors } from '@anxing/contract/fieldErrors';

import { AppError } from '../base/errors';
import { actorOf, type Caller } from './caller';
import { checkOrigin } from './checkOrigin';
import type { HttpContext, HttpState, Http } from './http';
import { identifyCaller, recall } from './identifyCaller';
import { noteDeviceFailure } from './identifyDevice';
import { countFailure, useAllowance } from './limits';
import { readBody } from './readBody';
import { readSignedBody } from './readSignedBody';
import type { Route } from './route';

export const apiPrefix = '/api/v1';

/** Refusals that end when somebody takes the next step. */
const steps = new Set(['identity_required', 'code_required', 'password_change_required']);

function isForNow(error: unknown): boolean {
  return error instanceof AppError && steps.has(error.code);
}

/** Of what a route does not describe nothing is accepted: a field that has no meaning is named, not dropped. */
const nothing = z.strictObject({});
const anything = z.unknown();

function checked(
  schema: z.ZodType | undefined,
  value: unknown,
): { value: unknown; faults: z.core.$ZodIssue[] } {
  const parsed = (schema ?? nothing).safeParse(value);

  return parsed.success
    ? { value: parsed.data, faults: [] }
    : { value: undefined, faults: parsed.error.issues };
}

function readInput(route: Route, http: Http, params: unknown) {
  const [path, query, input] = [
    checked(route.params ?? anything, params),
    checked(route.query, http.query),
    checked(route.body, http.state.body ?? {}),
  ];
  if (path.faults.length > 0) {
    throw new AppError('not_found');
  }
  const faults = [...query.faults, ...input.faults];
  if (faults.length > 0) {
    throw new AppError('invalid_input', { fields: fieldErrors(faults) });
  }

  return { params: path.value, query: query.value, input: input.value };
}

function writeAnswer(route: Route, http: Http, answer: unknown): void {
  if (route.answer) {
    http.status = route.status ?? 200;
    http.body = route.answer.parse(answer);
  } else if (http.body === undefined || http.body === null) {
    http.status = 204;
  }
}

/** Who would be refused is looked up once more, see `recall`. */
async function admit(route: Route, http: Http, caller: Caller): Promise<Caller> {
  const { services } = http;
  try {
    const admitted = route.access.admit(caller);
    await useAllowance(services, route, http);

    return admitted;
  } catch (error) {
    if (caller.kind === 'nobody' || caller.kind === 'device' || !isForNow(error)) {
      throw error;
    }
    await useAllowance(services, route, http);

    return route.access.admit(await recall(services, caller));
  }
}

async function serve(route: Route, http: Http, params: unknown): Promise<void> {
  const { services } = http;
  http.state.pattern = route.path;
  http.set('Cache-Control', 'no-store');
  checkOrigin(http);
  const caller = await identifyCaller(http, route.access);
  http.state.caller = caller;
  const admitted = await admit(route, http, caller);
  const given = readInput(route, http, params);
  const answer = await route.handle({
    ...given,
    services,
    caller: admitted,
    origin: { actor: actorOf(admitted), ip: http.state.ip },
    now: services.clock.now(),
    http,
  });
  writeAnswer(route, http, answer);
}

async function serveCounted(route: Route, http: Http, params: unknown): Promise<void> {
  try {
    await serve(route, http, params);
  } catch (error) {
    await countFailure(http, error);
    noteDeviceFailure(http, error);
    throw error;
  }
}

type Middleware = (http: Http, next: () => Promise<unknown>) => Promise<unknown>;

/** Method and path of a route without parameters, as a request has them. */
export function placeOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${apiPrefix}${path}`;
}

/** Routes without parameters are found by their path alone: the router tries one pattern after the other. */
function fixedRoutes(routes: readonly Route[]): Map<string, Route> {
  const fixed = routes.filter(({ path }) => !path.includes('{'));

  return new Map(fixed.map((route) => [placeOf(route), route]));
}

async function serveRead(route: Route, http: Http, params: unknown): Promise<void> {
  if (route.access.isSigned) {
    await readSignedBody(http, route.bodyBytes);
  } else if (!route.upload) {
    await readBody(http, route.bodyBytes);
  }
  await serveCounted(route, http, params);
}

/** Reads what was sent and answers; for a route without parameters. */
export function serveFixed(route: Route, http: Http): Promise<void> {
  return serveRead(route, http, {});
}

/** Everything below /api/v1: what it does not know is not found, whatever the other pages are. */
export function serveApi(routes: readonly Route[]): Middleware {
  const fixed = fixedRoutes(routes);
  const router = mountRoutes(routes);
  const [match, allowed] = [router.routes(), router.allowedMethods()] as unknown as Middleware[];

  return async (http, next) => {
    if (!http.path.startsWith(`${apiPrefix}/`)) {
      return next();
    }

    const route = fixed.get(`${http.method} ${http.path}`);
    if (route) {
      return serveFixed(route, http);
    }

    return match?.(http, () => allowed?.(http, next) ?? next());
  };
}

/** The router of all routes. Every route is complete by its type; two with one place are refused here. */
export function mountRoutes(routes: readonly Route[]): Router<HttpState, HttpContext> {
  const router = new Router<HttpState, HttpContext>({ prefix: apiPrefix });
  const seen = new Set<string>();
  for (const route of routes) {
    const { path } = route;
    const place = `${route.method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    if (!route.access || !route.limit || !route.personalData || seen.has(place)) {
      throw new Error(`route ${place} is declared twice or not completely`);
    }
    seen.add(place);
    router.register(path.replaceAll(/\{(\w+)\}/g, ':$1'), [route.method], (http) =>
      serveRead(route, http as unknown as Http, http.params),
    );
  }

  return router;
}
