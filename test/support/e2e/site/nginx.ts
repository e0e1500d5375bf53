import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../../../../scripts/lib/port.mjs';
import { logFile } from '../logs';
import { frameFile, siteFile, type SitePlaces } from './nginxFiles';

const patience = 10_000;

export interface LogLine {
  requestId: string;
  method: string;
  status: number;
  protocol: string;
  /** Addresses of the processes that were tried, the last one answered; empty when none was asked. */
  process: string;
}

/** nginx with the site file of the documentation; what it writes goes to where the suite looks for personal data. */
export class Nginx {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly at: SitePlaces,
  ) {}

  static async start(folder: string, given: Pick<SitePlaces, 'certificate' | 'processes'>): Promise<Nginx> {
    const [port, plainPort] = [await freePort(), await freePort()];
    const log = logFile(`nginx-${port}.log`);
    const errorLog = logFile(`nginx-${port}.error.log`);
    const nginx = new Nginx(folder, { ...given, port, plainPort, log, errorLog });
    await nginx.start();

    return nginx;
  }

  get port(): number {
    return this.at.port;
  }

  get plainUrl(): string {
    return `http://127.0.0.1:${this.at.plainPort}`;
  }

  /** Comes with a delay of a second. */
  log(): LogLine[] {
    const lines = readFileSync(this.at.log, 'utf8').split('\n').filter(Boolean);

    return lines.map((line) => JSON.parse(line) as LogLine);
  }

  async stop(): Promise<void> {
    process.off('exit', this.end);
    if (this.child?.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.end();
      await ended;
    }
  }

  private async start(): Promise<void> {
    mkdirSync(this.folder);
    const [site, frame, said] = ['site.conf', 'nginx.conf', 'said.log'].map((name) =>
      path.join(this.folder, name),
    ) as [string, string, string];
    writeFileSync(site, siteFile(this.at));
    writeFileSync(frame, frameFile(this.folder));
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` };
    const args = ['-p', this.folder, '-c', frame, '-e', said, '-g', 'daemon off;'];
    this.child = spawn('nginx', args, { env, stdio: 'ignore' });
    process.once('exit', this.end);
    const until = Date.now() + patience;
    while (!(await answers(this.port))) {
      if (Date.now() > until || this.child.exitCode !== null) {
        throw new Error(`nginx does not start: ${existsSync(said) ? readFileSync(said, 'utf8') : ''}`);
      }
      await sleep(50);
    }
  }

  /** Killed outright, it would leave its workers behind. */
  private readonly end = (): void => {
    this.child?.kill('SIGTERM');
  };
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');

  return new Promise((done) => {
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
