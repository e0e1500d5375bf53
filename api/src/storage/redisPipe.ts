import { Redis, type RedisOptions } from 'ioredis';

export interface PipeEvents {
  /** Something came out of the pipe. */
  heard(text: string): void;
  /** From now on something may be lost on its way to us. */
  deafened(): void;
  /** A connection was made. */
  opened(): void;
}

/** We repeat by ourselves what was lost, and want to know of every loss. */
const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: 2_000,
  // A server that hangs keeps its connections: without an answer for so long, another one is made.
  socketTimeout: 2_000,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  retryStrategy: (times) => Math.min(50 * 2 ** times, 1_000),
};

/** What one process puts in comes out at all of them, at itself too, in one order: a channel of Redis. */
export class RedisPipe {
  private readonly talking: Redis;

  private readonly listening: Redis;

  private isSubscribed = false;

  constructor(
    url: string,
    private readonly channel: string,
    private readonly events: PipeEvents,
  ) {
    this.talking = new Redis(url, { ...options, connectionName: 'anxing-bus-out' });
    this.listening = new Redis(url, { ...options, connectionName: 'anxing-bus-in' });
    this.listening.on('message', (_channel, text) => events.heard(text));
    this.listening.on('close', () => this.deafen());
    for (const redis of [this.talking, this.listening]) {
      redis.on('ready', () => events.opened());
      // That it is away shows in what is not heard.
      redis.on('error', () => undefined);
    }
  }

  start(): void {
    for (const redis of [this.talking, this.listening]) {
      redis.connect().catch(() => undefined);
    }
  }

  get canTalk(): boolean {
    return this.talking.status === 'ready';
  }

  /** @throws when it is not certain that it went out */
  async send(text: string): Promise<void> {
    await this.talking.publish(this.channel, text);
  }

  /** Listens, or makes sure that it still does. */
  async listen(): Promise<void> {
    if (this.listening.status !== 'ready') {
      return;
    }
    try {
      if (this.isSubscribed) {
        await this.listening.ping();
      } else {
        await this.listening.subscribe(this.channel);
        this.isSubscribed = true;
      }
    } catch {
      // It is tried again; until then nothing is heard.
    }
  }

  close(): void {
    this.talking.disconnect();
    this.listening.disconnect();
  }

  private deafen(): void {
    this.isSubscribed = false;
    this.events.deafened();
  }
}
