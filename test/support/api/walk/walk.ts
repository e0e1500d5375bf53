import type { Response } from 'supertest';

import { allRoutes } from '../../../../api/src/routes/allRoutes';
import type { Route } from '../../../../api/src/web/route';
import { nextAddress } from '../addresses';
import type { Auth } from '../factories/signedIn';
import { FeedClient } from '../feedClient';
import type { Caller } from './callers';
import { feedFile } from './feedFile';
import { placesOf, sourceIn } from './placesOf';
import { plausible } from './plausible';
import { sendings, told, type Sending, type Try } from './sendings';
import { keyOf, type Tally } from './tally';
import { division, type World } from './world';

/** In this order: what is made first is used, then decided upon; what ends it comes last. */
export type Phase = 'look' | 'make' | 'use' | 'approve' | 'end' | 'lock' | 'leave';

const first: readonly Phase[] = ['look', 'make', 'use', 'use', 'approve', 'end'];
const second: readonly Phase[] = ['make', 'use', 'approve', 'end'];

const last: readonly Phase[] = ['lock', 'leave'];

/** Everything and what ends it; residents, and whoever may do nearly everything, begin again. */
export function wholeWalk({ isPatient }: Caller): readonly Phase[] {
  return [...first, ...(isPatient ? second : []), ...last];
}

/** Never ends; it tells numbers. */
const endless = 'get /unit/flow/stream';

/** Pictures and workbooks take long to draw, for whomever. */
function isDrawnAlready(route: Route, tally: Tally): boolean {
  return /\.(xlsx|png|pdf|svg)$/.test(route.path) && route.method === 'get' && tally.isDone(route);
}

const deliver = 'post /operator/feeds/{source}/batches';

const hints = { active: true, category: 'mall', division, format: 'csv', size: 'a4' };

function phaseOf({ method, path }: Route): Phase {
  if (method === 'get') {
    return 'look';
  }
  if (/\/reset-owner$|^\/operator\/rules\/.*\/discard$/.test(path)) {
    return 'lock';
  }
  if (path === '/sessions/current') {
    return 'leave';
  }
  if (path.endsWith('/approve')) {
    return 'approve';
  }
  if (
    method === 'delete' ||
    /\/(reject|withdraw|discard|ask|dismiss|everyone-out|reset|password)$/.test(path)
  ) {
    return 'end';
  }

  // A trial has to be over before its rules are proposed.
  if (path.endsWith('/dry-runs')) {
    return 'make';
  }

  return path.includes('{') || path === '/scans' ? 'use' : 'make';
}

async function sendingsOf(route: Route, world: World, given: Try): Promise<Sending[]> {
  const made = sendings[keyOf(route)];
  if (made) {
    return made(world, given);
  }
  const query = route.query ? { query: plausible(route.query, hints) as object } : {};
  const body = route.body ? { body: plausible(route.body, hints) as object } : {};

  return [{ ...query, ...body }];
}

async function send(
  { api }: World,
  { method }: Route,
  place: string,
  auth: Auth,
  { query = {}, body, type }: Sending,
): Promise<Response> {
  const asked = api.request[method](`/api/v1${place}`);
  void asked.set(auth).set('X-Forwarded-For', nextAddress()).query(query);

  return type ? asked.set('Content-Type', type).send(body) : asked.send(body);
}

/** A source's delivery, signed with the key that the caller has proposed, under the number that he was told. */
async function deliverAs(world: World, { key, channel, seen }: Caller, place: string): Promise<Response> {
  const source = sourceIn(place);
  const { id = '' } = told(seen, `post /operator/feeds/${source}/keys`);
  const feed = world.api.services.feedRules.find((one) => one.source === source);
  const client = new FeedClient(world.api, source, id, key.privateKey);
  const body = feed ? feedFile(world, feed) : '';

  return client
    .send({ body, type: 'text/csv', batch: channel, sequence: 1 })
    .set('X-Forwarded-For', nextAddress());
}

async function* answers(world: World, caller: Caller, route: Route, place: string) {
  if (keyOf(route) === deliver) {
    yield await deliverAs(world, caller, place);

    return;
  }
  for (const account of caller.accounts) {
    for (const sending of await sendingsOf(route, world, { caller, account, place })) {
      yield await send(world, route, place, account.auth, sending);
    }
  }
}

/** Whoever may not even knock need not try again; of changes it depends on which. */
function isClosed({ path }: Route, codes: ReadonlySet<string>): boolean {
  const isRefused = codes.size > 0 && [...codes].every((code) => /^(forbidden|not_signed_in)$/.test(code));

  return isRefused && !path.startsWith('/operator/changes/');
}

/** Calls one route with everything that may help. */
async function tryRoute(world: World, caller: Caller, route: Route, tally: Tally): Promise<void> {
  const codes = new Set<string>();
  for (const place of await placesOf(route.path, world, caller)) {
    for await (const { status, body } of answers(world, caller, route, place)) {
      const code = String(body?.error?.code ?? '');
      codes.add(code);
      tally.count(route, status, code);
      if (status < 300) {
        caller.seen.set(keyOf(route), body);
        caller.seen.set(`${route.method} ${place}`, body);
      }
    }
  }
  if (isClosed(route, codes)) {
    caller.closed.add(keyOf(route));
  }
}

/**
 * Somebody tries every route with everything that may change a colour, so that what one call made is used by the next.
 * @param which left out: every route
 */
export async function walk(
  world: World,
  caller: Caller,
  tally: Tally,
  phases: readonly Phase[] = wholeWalk(caller),
  which: (route: Route) => boolean = () => true,
): Promise<void> {
  const routes = allRoutes.filter((route) => keyOf(route) !== endless && which(route));
  for (const phase of phases) {
    for (const route of routes.filter((one) => phaseOf(one) === phase)) {
      if (!caller.closed.has(keyOf(route)) && !isDrawnAlready(route, tally)) {
        await tryRoute(world, caller, route, tally);
      }
    }
    // Rules are tried on everyone in the background before they can be proposed.
    await world.jobs.turn();
    await world.jobs.settled();
  }
}
