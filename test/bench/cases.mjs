/**
 * What is measured, in the order of one round. `least` are the targets: how many times the bare server or the plain
 * version, and `p99` the most ms. `path` is what the command line calls it.
 */
export const cases = [
  { id: 'node', title: 'bare node:http GET', server: 'node', load: 'get' },
  { id: 'koa', title: 'bare Koa POST', server: 'koa', load: 'post' },
  {
    id: 'code',
    path: 'code',
    title: 'show code',
    server: 'api',
    load: 'showCode',
    target: { node: 0.35, p99: 50 },
  },
  {
    id: 'visits',
    path: 'visits',
    title: 'check in at a poster',
    server: 'api',
    load: 'checkIn',
    plain: 'plainVisits',
    target: { node: 0.11, plain: 10, p99: 50 },
  },
  { id: 'plainVisits', path: 'visits', title: '… plain', server: 'plain', load: 'checkIn' },
  {
    id: 'scans',
    path: 'scans',
    title: 'door check by staff',
    server: 'api',
    load: 'door',
    plain: 'plainScans',
    target: { node: 0.09, plain: 10, p99: 50 },
  },
  { id: 'plainScans', path: 'scans', title: '… plain', server: 'plain', load: 'door' },
  {
    id: 'device',
    path: 'device',
    title: 'door, by device',
    server: 'api',
    load: 'deviceDoor',
    target: { node: 0.04, p99: 50 },
  },
];

/** What the command line can choose. */
export const paths = [...new Set(cases.flatMap(({ path, load }) => (path && load ? [path] : [])))];

/** What can be profiled: everything that is ours. */
export const profilable = cases.flatMap(({ id, path, load }) => (path && load ? [id] : []));

/** The cases of some paths, with the bare servers that they are compared with. */
export function casesOf(only) {
  return cases.filter(({ path }) => !path || only.includes(path) || only.length === paths.length);
}
