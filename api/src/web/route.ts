import type { z } from 'zod';

import type { Services, Origin } from '../context';
import type { Allowance } from '../storage/limiter';
import type { Access } from './access';
import type { Caller } from './caller';
import type { Http } from './http';

/** What a route lets out of the house about persons. */
export type PersonalData = 'none' | 'own' | 'masked' | 'full';

/** What a file that is sent may be. */
export interface Upload {
  /** Media types. */
  types: readonly string[];
  bytes: number;
}

/** Forms in which feeds are delivered. */
export const feedTypes = ['application/x-ndjson', 'text/csv'] as const;

type Schema = z.ZodType;
type Output<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

/** What a handler gets: checked input, an admitted caller, and the house. */
export interface Call<
  C extends Caller,
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
> {
  services: Services;
  caller: C;
  origin: Origin;
  params: Output<P>;
  query: Output<Q>;
  input: Output<B>;
  /** ms, by the server's clock */
  now: number;
  /** For cookies and files only. */
  http: Http;
}

export interface RouteSpec<
  C extends Caller = Caller,
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  A extends Schema | undefined = Schema | undefined,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with {name} for parameters. */
  path: string;
  summary: string;
  access: Access<C>;
  personalData: PersonalData;
  /** Calls per caller, or failures per address where nobody is signed in. */
  limit: Allowance;
  params?: P;
  query?: Q;
  body?: B;
  /** Bytes of a JSON body, where it may be longer than others. */
  bodyBytes?: number;
  /** A file instead of a JSON body: the handler reads it, with `readUpload` or as it comes. */
  upload?: Upload;
  /** Called by everybody at once: see `shortWay`. Only without parameters and query, and with an answer. */
  isBusy?: true;
  /** The answer's schema; none when the handler writes a file itself. */
  answer?: A;
  /** 200 unless told; 204 goes without a body. */
  status?: number;
  handle(call: Call<C, P, Q, B>): Promise<A extends Schema ? z.input<A> : void>;
}

/** A route whose types were checked where it was defined. */
export interface Route extends Omit<RouteSpec, 'handle' | 'access'> {
  access: Access<Caller>;
  handle(call: Call<Caller, Schema, Schema, Schema>): Promise<unknown>;
}

/** Declares a route. The server has no other way to get one, so none is without access, class and limit. */
export function defineRoute<
  C extends Caller,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | undefined = undefined,
>(spec: RouteSpec<C, P, Q, B, A>): Route {
  return spec as unknown as Route;
}

/** Common allowances. */
export const allowances = {
  /** Pages and lists. */
  reading: { points: 240, seconds: 60, perProcess: true },
  /** Changes made by hand. */
  writing: { points: 60, seconds: 60, perProcess: true },
  /** What a guard does in a queue. */
  door: { points: 120, seconds: 60, perProcess: true },
  /** Proofs: passwords, codes, identities; all processes count together. */
  proving: { points: 10, seconds: 60 },
} as const;
