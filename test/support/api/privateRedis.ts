import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { freePort } from '../../../scripts/lib/port.mjs';

const patienceMs = 20_000;
const password = 'told-only-here';

/** A Redis of the test's own, which it may kill, let hang, and start again at the same address. */
export class PrivateRedis {
  private server: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<PrivateRedis> {
    const redis = new PrivateRedis(await freePort());
    await redis.start();

    return redis;
  }

  get url(): string {
    return `redis://:${password}@127.0.0.1:${this.port}`;
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--requirepass', password];
    this.server = spawn('redis-server', [...settings, '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    process.once('exit', () => this.server?.kill('SIGKILL'));
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
      throw new Error('Redis does not start');
    });
    await Promise.race([client.ping(), late]).finally(() => client.disconnect());
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
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

  /** Does something to it as somebody else would. */
  async ask<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url);
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
}
