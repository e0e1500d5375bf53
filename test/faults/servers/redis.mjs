import { setTimeout as sleep } from 'node:timers/promises';

import { start } from '../../../scripts/lib/children.mjs';
import { Fault } from '../../../scripts/lib/fault.mjs';
import { freePort } from '../../../scripts/lib/port.mjs';
import { kill } from './program.mjs';

const patienceMs = 20_000;
const password = 'told-only-here';

/** A Redis of our own that may be killed and started again, empty, at the same address. */
export class RedisServer {
  #server;

  static async create() {
    const redis = new RedisServer();
    redis.port = await freePort();
    await redis.start();

    return redis;
  }

  get url() {
    return `redis://:${password}@127.0.0.1:${this.port}`;
  }

  /** Starts it, and waits until it answers. */
  async start() {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--requirepass', password];
    this.#server = start('redis-server', [...settings, '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    const { Redis } = await import('ioredis');
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
      throw new Fault('Redis does not start');
    });
    await Promise.race([client.ping(), late]).finally(() => client.disconnect());
  }

  kill() {
    return kill(this.#server);
  }
}
