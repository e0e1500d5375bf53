import { randomUUID } from 'node:crypto';

import { allRoutes } from '../../../api/src/routes/allRoutes';
import { mountRoutes } from '../../../api/src/web/mountRoutes';
import type { Route } from '../../../api/src/web/route';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

type Kind = 'account' | 'staff';

let api: TestApi;
let open: Record<Kind, Auth>;
let ended: Record<Kind, Auth>;

beforeAll(async () => {
  api = await startApi();
  const person = await buildPerson(api.services);
  const staff = await buildStaff(api.services, { roles: ['owner', 'guard', 'units', 'auditor'] });
  const enter = async () => ({
    account: await signIn(api.services, person),
    staff: await signIn(api.services, staff),
  });
  [open, ended] = [await enter(), await enter()];
  for (const auth of Object.values(ended)) {
    await api.request.delete('/api/v1/sessions/current').set(auth).expect(204);
  }
});

afterAll(() => api.close());

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const paramsOf = ({ path }: Route) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

function call({ method, path, body }: Route, auth: Auth, param: string) {
  const url = `/api/v1${path.replaceAll(/\{\w+\}/g, param)}`;
  const request = api.request[method](url).set(auth);

  return body || method === 'post' || method === 'put' || method === 'patch' ? request.send({}) : request;
}

const table = allRoutes.map((route) => [nameOf(route), route] as const);
/** Devices sign: their routes are tried in device.test.ts. */
const closed = table.filter(([, { access }]) => !access.isOpen && !access.isSigned);
const ofOneKind = table.flatMap(([name, route]) => {
  const { audience } = route.access;

  return audience === 'any' || audience === 'device' ? [] : [[name, route, audience] as const];
});
const withParams = table.filter(([, route]) => paramsOf(route).length > 0);

describe('every route', () => {
  test.each(table)('%s says who may call, how often, and what it lets out', (_, route) => {
    expect(route.access.name).not.toBe('');
    expect(['none', 'own', 'masked', 'full']).toContain(route.personalData);
    expect(route.limit.points).toBeGreaterThan(0);
    expect(route.limit.seconds).toBeGreaterThan(0);
    expect(route.summary).not.toBe('');
    expect(route.path).toMatch(/^(\/[a-z][a-z-]*|\/\{\w+\}|\/[a-z]+\.(\{\w+\}|[a-z]+))+$/);
  });

  test.each(withParams)('%s checks every part of its path', (_, { path, params }) => {
    for (const name of paramsOf({ path } as Route)) {
      const parsed = params?.safeParse({});
      const missing = parsed?.error?.issues.flatMap((issue) => issue.path);
      expect(missing).toContain(name);
    }
  });

  test('is there once, and complete, or the server does not start', () => {
    const [first] = allRoutes;
    expect(() => mountRoutes([...allRoutes, ...(first ? [first] : [])])).toThrow('declared twice');
    for (const missing of ['access', 'limit', 'personalData']) {
      const broken = { ...first, [missing]: undefined } as unknown as Route;
      expect(() => mountRoutes([broken])).toThrow('not completely');
    }
  });
});

describe('the description', () => {
  test('has every route, with its access, and only those', async () => {
    const { body } = await api.request.get('/api/v1/openapi.json').expect(200);
    const paths = body.paths as Record<string, Record<string, { description: string; security: unknown[] }>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routes = allRoutes.map(({ method, path }) => `${method} /api/v1${path}`);
    expect(body.openapi).toBe('3.1.0');
    expect(described.sort()).toEqual(routes.sort());
    for (const { method, path, access } of allRoutes) {
      const operation = paths[`/api/v1${path}`]?.[method];
      expect(operation?.description).toContain(access.name);
      expect(operation?.security).toHaveLength(access.isOpen && !access.isSigned ? 0 : 1);
    }
  });

  test('is readable for people, without a script', async () => {
    const { text } = await api.request.get('/api/docs').expect(200);
    for (const { summary } of allRoutes) {
      expect(text).toContain(summary.replaceAll('&', '&amp;').split('<')[0]);
    }
    expect(text).not.toContain('<script');
  });
});

describe('who may not call', () => {
  test.each(closed)('%s: nobody', async (_, route) => {
    expect(codeOf(await call(route, {}, randomUUID()).expect(401))).toBe('not_signed_in');
    const garbage = { authorization: 'Bearer garbage' };
    expect(codeOf(await call(route, garbage, randomUUID()).expect(401))).toBe('not_signed_in');
  });

  test.each(closed)('%s: a session that has ended', async (_, route) => {
    const kind = route.access.audience === 'staff' ? 'staff' : 'account';
    expect(codeOf(await call(route, ended[kind], randomUUID()).expect(401))).toBe('session_expired');
  });

  test.each(ofOneKind)('%s: the other kind of caller', async (_, route, audience) => {
    const auth = open[audience === 'staff' ? 'account' : 'staff'];
    expect(codeOf(await call(route, auth, randomUUID()).expect(403))).toBe('forbidden');
  });
});

describe('whatever stands in the path', () => {
  const wrong = ['x', '0', '-1', '%00', '%27%20OR%201=1--', '..', '%F0%9F%98%80', 'a'.repeat(400)];

  test.each(withParams)('%s: garbage and unknown ids are refused', async (_, route) => {
    const auth = open[route.access.audience === 'account' ? 'account' : 'staff'];
    for (const param of [...wrong, randomUUID(), '018f0000-0000-7000-8000-000000000000']) {
      const { status } = await call(route, auth, param);
      expect({ param, isRefused: status >= 400 && status < 500 }).toEqual({ param, isRefused: true });
    }
  });
});
