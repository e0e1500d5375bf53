import type { Redis } from 'ioredis';

/** `new`: nobody had it; `own`: whoever asks has it already; `taken`: somebody else has it. */
export type Taking = 'new' | 'own' | 'taken';

interface Held {
  holder: string;
  /** ms, as `performance.now` counts. */
  until: number;
}

const takeScript = `
local holder = redis.call('GET', KEYS[1])
if not holder then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return nil
end
return holder`;

const letGoScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
end`;

/**
 * What one holder alone has for a while, whoever else asks: in Redis, where several processes ask, and always in this
 * process too, which goes by itself while Redis is away.
 */
export class Holds {
  private readonly here = new Map<string, Held>();

  /** @param prefix before its names in Redis */
  constructor(
    private readonly redis: Redis | undefined,
    private readonly prefix = '',
  ) {}

  /** Of several that ask at once one gets it. @param forMs how long it has it at most */
  async take(key: string, holder: string, forMs: number): Promise<Taking> {
    const taking = this.takeHere(key, holder, forMs);
    if (taking !== 'new') {
      return taking;
    }
    const there = await this.takeThere(key, holder, forMs);
    if (there === 'taken') {
      this.letGoHere(key, holder);
    }

    return there;
  }

  /** Whoever has it no longer needs it; of what somebody else has nothing changes. */
  async letGo(key: string, holder: string): Promise<void> {
    this.letGoHere(key, holder);
    try {
      await this.redis?.eval(letGoScript, 1, this.nameOf(key), holder);
    } catch {
      // It ends by itself.
    }
  }

  private takeHere(key: string, holder: string, forMs: number): Taking {
    const now = performance.now();
    this.dropEnded(now);
    const held = this.here.get(key);
    if (held && held.until > now) {
      return held.holder === holder ? 'own' : 'taken';
    }
    this.here.delete(key);
    this.here.set(key, { holder, until: now + forMs });

    return 'new';
  }

  private async takeThere(key: string, holder: string, forMs: number): Promise<Taking> {
    if (!this.redis) {
      return 'new';
    }
    try {
      const ms = Math.max(1, Math.ceil(forMs));
      const before = await this.redis.eval(takeScript, 1, this.nameOf(key), holder, ms);
      if (before === null) {
        return 'new';
      }

      return before === holder ? 'own' : 'taken';
    } catch {
      // While it is away nobody else is known to have it.
      return 'new';
    }
  }

  private letGoHere(key: string, holder: string): void {
    if (this.here.get(key)?.holder === holder) {
      this.here.delete(key);
    }
  }

  /** The oldest stand first: what lies behind one that has not ended waits for it. */
  private dropEnded(now: number): void {
    for (const [key, { until }] of this.here) {
      if (until > now) {
        return;
      }
      this.here.delete(key);
    }
  }

  private nameOf(key: string): string {
    return `${this.prefix}:hold:${key}`;
  }
}
