import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Services } from '../context';
import { nobody, type Caller } from './caller';
import { writeError } from './errorAnswer';
import type { Http, HttpState } from './http';
import { placeOf, serveFixed } from './mountRoutes';
import { hasBody, isPlain } from './readBody';
import { answerSignature } from './signAnswers';
import { closeRequest, openRequest } from './requestLog';
import type { Route } from './route';
import { answerHeaders } from './secureHeaders';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** As much of Koa's context as routes on the short way use. */
class ShortContext {
  readonly state: HttpState = { requestId: '', ip: '', caller: nobody as Caller };

  readonly query = {};

  readonly headers: string[];

  status = 200;

  type = 'json';

  body: unknown;

  constructor(
    readonly req: IncomingMessage,
    readonly services: Services,
    fixed: readonly string[],
  ) {
    this.headers = [...fixed];
  }

  get method(): string {
    return this.req.method ?? '';
  }

  get host(): string {
    return this.get('host');
  }

  get(name: string): string {
    const value = this.req.headers[name];

    return typeof value === 'string' ? value : '';
  }

  set(name: string, value: string): void {
    this.headers.push(name, value);
  }

  /** The answer; to a client that hung up there is none. */
  send(response: ServerResponse): void {
    const bytes = Buffer.from(JSON.stringify(this.body));
    this.headers.push(...answerSignature(this as unknown as Http, bytes).flat());
    response.writeHead(this.status, [...this.headers, 'Content-Length', String(bytes.length)]);
    response.end(bytes);
  }
}

/** Everything a request brings that is not the ordinary takes the other way. */
function isOrdinary({ access }: Route, request: IncomingMessage): boolean {
  const { authorization = '' } = request.headers;
  const isNamed = access.isSigned ?? authorization.startsWith('Bearer ');

  return isNamed && (!hasBody(request) || isPlain(request));
}

async function serveShort(route: Route, http: Http): Promise<void> {
  const start = performance.now();
  openRequest(http);
  try {
    await serveFixed(route, http);
  } catch (thrown) {
    writeError(http, thrown);
  }
  closeRequest(http, start);
}

/**
 * Serves the routes that everybody calls at once, as nearly every phone and device calls them: by bearer token or
 * signature, without a query, with a plain JSON body. The checks are those of all routes, by the same functions; only Koa's context and answer,
 * which cost more than what these routes do, are left out. Everything else goes on to `rest`.
 */
export function shortWay(services: Services, routes: readonly Route[], rest: Handler): Handler {
  const short = routes.filter(({ isBusy }) => isBusy);
  const byPlace = new Map(short.map((route) => [placeOf(route), route]));
  const fixed = [
    ...answerHeaders(services.settings).flat(),
    ...['Content-Type', 'application/json; charset=utf-8'],
  ];

  return async (request, response) => {
    const route = byPlace.get(`${request.method} ${request.url}`);
    if (!route || !isOrdinary(route, request)) {
      return rest(request, response);
    }
    const context = new ShortContext(request, services, fixed);
    await serveShort(route, context as unknown as Http);
    context.send(response);
  };
}
