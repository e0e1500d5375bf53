import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` };
const patienceMs = 30_000;

function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');

  return new Promise((done) => {
    server.once('listening', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');

  return new Promise((done) => {
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A MariaDB of the test's own, which it may stop and start again: the data stay, and so does the address. */
export class PrivateMariadb {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async create(): Promise<PrivateMariadb> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'anxing-'));
    const user = `--user=${os.userInfo().username}`;
    const how = ['--auth-root-authentication-method=normal', '--skip-test-db'];
    execFileSync('mariadb-install-db', ['--no-defaults', user, `--datadir=${folder}/data`, ...how], {
      env,
      stdio: 'ignore',
    });

    return new PrivateMariadb(folder, await freePort());
  }

  get url(): string {
    return `mysql://root@127.0.0.1:${this.port}`;
  }

  /** Starts it, and waits until it takes connections. */
  async start(): Promise<void> {
    this.server = spawn('mariadbd', this.settings(), { env, stdio: 'ignore' });
    const until = Date.now() + patienceMs;
    while (!(await answers(this.port))) {
      if (Date.now() > until) {
        throw new Error('MariaDB does not start');
      }
      await sleep(50);
    }
  }

  /** @param signal SIGTERM lets it end in order, SIGKILL is a power cut */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { server } = this;
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    }
  }

  /** From now on it keeps its connections and takes new ones, but answers nothing. */
  freeze(): void {
    this.server?.kill('SIGSTOP');
  }

  thaw(): void {
    this.server?.kill('SIGCONT');
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private settings(): string[] {
    return [
      '--no-defaults',
      `--user=${os.userInfo().username}`,
      `--datadir=${this.folder}/data`,
      `--socket=${this.folder}/sql.sock`,
      `--port=${this.port}`,
      '--bind-address=127.0.0.1',
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-buffer-pool-size=32M',
      '--skip-name-resolve',
    ];
  }
}
