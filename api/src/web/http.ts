import type Koa from 'koa';

import type { Services } from '../context';
import type { Caller } from './caller';

export interface HttpState {
  requestId: string;
  ip: string;
  caller: Caller;
  /** What was sent as JSON; nothing else may read it than the route's own schema. */
  body?: unknown;
  /** The same as it came, where it was signed. */
  bytes?: Buffer;
  /** The route's pattern, for logs and metrics: paths may hold tokens. */
  pattern?: string;
}

export interface HttpContext extends Koa.DefaultContext {
  services: Services;
}

export type Http = Koa.ParameterizedContext<HttpState, HttpContext, unknown>;
export type HttpApp = Koa<HttpState, HttpContext>;
