import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { start, stop } from '../lib/children.mjs';
import { Fault } from '../lib/fault.mjs';
import { freePort } from '../lib/port.mjs';
import { mustRun } from '../lib/run.mjs';
import { serverPath } from './debianPackages.mjs';

const patienceMs = 60_000;

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
}

async function waitUntilUp(server, port, log) {
  const until = Date.now() + patienceMs;
  while (Date.now() < until && server.exitCode === null) {
    if (await answers(port)) {
      return;
    }
    await sleep(100);
  }
  throw new Fault(`MariaDB did not start; its log is ${log}`);
}

/** Settings of a server of our own: durable commits as in production, utf8mb4, and nothing from /etc. */
function settings(folder, port, { statements, more = [] }) {
  return [
    '--no-defaults',
    `--user=${userInfo().username}`,
    `--datadir=${path.join(folder, 'data')}`,
    `--socket=${path.join(folder, 'sql.sock')}`,
    `--pid-file=${path.join(folder, 'sql.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=256M',
    '--max-connections=300',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    '--skip-name-resolve',
    // Every statement with its values: what reaches the database, and more than a dump at the end could show.
    ...(statements ? ['--general-log=1', `--general-log-file=${statements}`] : []),
    ...more,
  ];
}

function environment() {
  return { ...process.env, PATH: serverPath() };
}

/** Makes the data of a new server in an empty folder: root without a password. */
export async function installMariadb(folder, log) {
  await mustRun(
    'mariadb-install-db failed',
    'mariadb-install-db',
    [
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--datadir=${path.join(folder, 'data')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { env: environment(), log },
  );
}

/**
 * Runs the server of a folder, and waits until it takes connections.
 * @param {{ log: string, statements?: string, more?: string[] }} options `more` settings, stronger than the usual ones
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
export async function runMariadb(folder, port, { log, ...options }) {
  const output = openSync(log, 'a');
  const server = start('mariadbd', settings(folder, port, options), {
    env: environment(),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await waitUntilUp(server, port, log);

  return server;
}

/**
 * Starts a MariaDB of our own in an empty folder, with root and no password, reachable from this machine only.
 * @param {{ log: string, statements?: string }} files where it writes what it says and, if wanted, what it is told
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startMariadb(folder, { log, statements = undefined }) {
  await installMariadb(folder, log);
  const port = await freePort();
  const server = await runMariadb(folder, port, { log, statements });

  return { url: `mysql://root@127.0.0.1:${port}`, stop: () => stop(server, 30_000) };
}
