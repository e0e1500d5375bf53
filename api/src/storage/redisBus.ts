import { setTimeout as sleep } from 'node:timers/promises';

import type { Logger } from '../base/logger';
import type { Bus, BusMessages, Listener, Topic } from './bus';
import { BusHearing } from './busHearing';
import { BusListeners } from './busListeners';
import { BusPost } from './busPost';
import type { Lease } from './leases';
import { RedisPipe } from './redisPipe';
import type { SlotLease } from './slotLease';

const beatMs = 250;
/** Until everybody has read of a new lease, and misses its heartbeats. */
const joiningMs = 12_000;

/** Who, how much it has told up to and with this, what, and the rest. */
const frame = /^(\S+) (\d+) (\w+) ?(.*)$/s;

export interface RedisBusOptions {
  url: string;
  /** The installation's own: several may share a Redis. */
  channel: string;
  lease: Pick<SlotLease, 'owner' | 'isHeld' | 'events'>;
  logger: Pick<Logger, 'warn'>;
}

/**
 * The bus of several processes. What one tells comes at once to its own listeners, and within milliseconds to those of
 * the others. It is healthy while heartbeats prove that nothing of anybody can be missing; after any doubt its listeners
 * are told to forget before it is healthy again.
 */
export class RedisBus implements Bus {
  private readonly listeners = new BusListeners();

  private readonly hearing = new BusHearing();

  private readonly pipe: RedisPipe;

  private readonly post: BusPost;

  private timer: NodeJS.Timeout | undefined;

  private isInDoubt = true;

  private hasJoined = false;

  private wasHealthy = true;

  private readonly joined = new AbortController();

  constructor(private readonly options: RedisBusOptions) {
    const { url, channel, lease } = options;
    this.pipe = new RedisPipe(url, channel, {
      heard: (text) => this.receive(text),
      deafened: () => this.hearing.deafen(),
      opened: () => this.beat(),
    });
    this.post = new BusPost(this.pipe, lease.owner);
    lease.events.on('regained', () => this.doubt());
    lease.events.on('renewed', (others, askedAt) => this.meet(others, askedAt));
  }

  /** Asked anew each time: a process that was paused learns at once that it may have missed something. */
  isHealthy(): boolean {
    if (!this.isSure()) {
      this.doubt();
    }

    return !this.isInDoubt;
  }

  publish<T extends Topic>(topic: T, message: BusMessages[T]): void {
    this.listeners.tell(topic, message);
    this.post.tell(`${topic} ${JSON.stringify(message)}`);
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return this.listeners.subscribe(topic, listener);
  }

  onGap(listener: () => void): void {
    this.listeners.onGap(listener);
  }

  publishGap(): void {
    this.post.skip();
    this.listeners.tellGap();
  }

  async open(): Promise<void> {
    this.pipe.start();
    this.timer = setInterval(() => this.beat(), beatMs).unref();
    await sleep(joiningMs, undefined, { signal: this.joined.signal }).catch(() => undefined);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.joined.abort();
    await this.post.part();
    this.pipe.close();
    this.hearing.deafen();
    this.listeners.clear();
  }

  private isSure(): boolean {
    return this.options.lease.isHeld() && this.hearing.isFresh(performance.now());
  }

  /** Something may have been missed, of which the listeners have not been told. */
  private doubt(): void {
    this.isInDoubt = true;
  }

  private settleDoubt(): void {
    if (this.isInDoubt && this.isSure()) {
      this.listeners.tellGap();
      this.isInDoubt = false;
      this.hasJoined = true;
    }
  }

  private beat(): void {
    this.tellOfHealth();
    void this.pipe.listen();
    this.post.beat();
  }

  private tellOfHealth(): void {
    const isHealthy = this.isHealthy();
    if (this.hasJoined && isHealthy !== this.wasHealthy) {
      this.wasHealthy = isHealthy;
      const silent = this.hearing.silent(performance.now()).length;
      const isConnected = this.pipe.canTalk;
      this.options.logger.warn({ bus: isHealthy ? 'healthy' : 'unhealthy', isConnected, silent });
    }
  }

  private meet(others: readonly Lease[], askedAt: number): void {
    const living = others.map(({ owner, mode }) => ({ owner, mustBeHeard: mode === 'shared' }));
    if (!this.hearing.expect(living, askedAt)) {
      this.doubt();
    }
    this.settleDoubt();
  }

  private receive(text: string): void {
    // What was late must be noticed before what comes now hides it.
    this.isHealthy();
    try {
      this.hear(text);
    } catch (error) {
      this.options.logger.warn({ bus: 'not understood', err: error });
      this.doubt();
    }
    this.settleDoubt();
  }

  private hear(text: string): void {
    const [, from, count, kind = '', body = ''] = frame.exec(text) ?? [];
    if (from === this.options.lease.owner) {
      this.hearOwn(kind, body);
    } else if (from === undefined || !this.hearOther(from, Number(count), kind, body)) {
      this.doubt();
    }
  }

  private hearOwn(kind: string, body: string): void {
    if (kind === 'beat') {
      this.hearing.hearOwn(Number(body));
      this.joined.abort();
    }
  }

  /** @returns whether nothing before it is missing */
  private hearOther(from: string, count: number, kind: string, body: string): boolean {
    if (kind === 'beat') {
      return this.hearing.hear(from, count);
    }
    if (kind === 'bye') {
      return this.hearing.leave(from, count);
    }
    const news = this.hearing.hearNews(from, count);
    if (news !== 'repeated') {
      this.listeners.tell(kind as Topic, JSON.parse(body) as BusMessages[Topic]);
    }

    return news !== 'missed';
  }
}
