import { openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { apiNodeArgs } from '../../scripts/lib/apiProgram.mjs';
import { start, stop } from '../../scripts/lib/children.mjs';
import { Fault } from '../../scripts/lib/fault.mjs';
import { freePort } from '../../scripts/lib/port.mjs';
import { inRoot, root } from '../../scripts/lib/root.mjs';

const patienceMs = 60_000;

async function answers(port, pathname) {
  try {
    return (await fetch(`http://127.0.0.1:${port}${pathname}`)).status < 500;
  } catch {
    return false;
  }
}

/** A process that listens on a port of its own, its output in a file. */
async function startServer({ name, args, environment, logs, ready }) {
  const port = await freePort();
  const log = path.join(logs, `${name}.log`);
  const output = openSync(log, 'a');
  const { PATH = '', HOME = '' } = process.env;
  const child = start(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', output, output],
  });
  const until = Date.now() + patienceMs;
  while (!(await answers(port, ready))) {
    if (Date.now() > until || child.exitCode !== null) {
      throw new Fault(`${name} did not start; its log is ${log}`);
    }
    await sleep(50);
  }

  return { name, port, log, pids: [child.pid], stop: () => stop(child, 30_000) };
}

function startBare(name, file, logs) {
  return startServer({
    name,
    args: [inRoot('test/bench/baseline', file)],
    environment: {},
    logs,
    ready: '/',
  });
}

/**
 * Starts the servers that are measured. All of them run all the time; those that are not asked do nothing.
 * @param {import('./place.mjs').BenchPlace} place
 * @param {{ nodeArgs?: string[], only?: string[] }} wish `nodeArgs` go to the Node of the API and of the plain version;
 *   `only` some of the servers
 * @returns {Promise<Record<string, { port: number, pids: number[], log: string, stop: () => Promise<void> }>>}
 */
export async function startServers(place, { nodeArgs = [], only = ['node', 'koa', 'api', 'plain'] } = {}) {
  const { logs } = place;
  const served = (name, program, database) =>
    startServer({
      name,
      args: [...nodeArgs, ...apiNodeArgs, ...program],
      environment: place.environment(database),
      logs,
      ready: '/readyz',
    });
  const starters = {
    node: () => startBare('node', 'nodeHttp.mjs', logs),
    koa: () => startBare('koa', 'koa.mjs', logs),
    api: () => served('api', [inRoot('api/dist/main.js'), 'serve'], place.databases.api),
    plain: () => served('plain', [place.bundles.plain], place.databases.plain),
  };
  const servers = {};
  for (const name of only) {
    servers[name] = await starters[name]();
  }

  return servers;
}

export async function stopServers(servers) {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
}
