import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

import { AppError } from '../base/errors';

/** So many points in so many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
  /**
   * Each process counts by itself, so that several processes together allow as many times more: for what is asked all
   * the time and proves nothing. Counting together costs a question to Redis for every request.
   */
  perProcess?: true;
}

function refusal(waitMs: number): AppError {
  return new AppError('too_many_requests', { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) });
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.status < 500;
}

/**
 * Counts per name and key: in Redis, where several processes count together, and in memory while it is away and for
 * allowances that are `perProcess`.
 */
export class Limiter {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  /** @param prefix before its names in Redis */
  constructor(
    private readonly redis: Redis | undefined,
    private readonly prefix = '',
  ) {}

  /** @throws too_many_requests with the seconds to wait */
  async consume(name: string, key: string, allowance: Allowance): Promise<void> {
    try {
      await this.limiter(name, allowance).consume(key);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) {
        throw refusal(refused.msBeforeNext);
      }
      throw refused;
    }
  }

  /** Refuses when the allowance is used up, without using any of it. */
  async check(name: string, key: string, allowance: Allowance): Promise<void> {
    const waitMs = await this.waitFor(name, key, allowance);
    if (waitMs > 0) {
      throw refusal(waitMs);
    }
  }

  /** Whether the allowance is used up; uses none of it. */
  async isUsedUp(name: string, key: string, allowance: Allowance): Promise<boolean> {
    return (await this.waitFor(name, key, allowance)) > 0;
  }

  /**
   * Makes one of the tries that are allowed. It is counted before it is made, so that many at once are no more than
   * one after the other, and given back unless it ends in a refusal.
   * @throws too_many_requests, and what `work` throws
   */
  async attempt<T>(name: string, key: string, allowance: Allowance, work: () => Promise<T>): Promise<T> {
    await this.consume(name, key, allowance);
    try {
      const result = await work();
      await this.limiter(name, allowance).reward(key);

      return result;
    } catch (error) {
      if (!isRefusal(error)) {
        await this.limiter(name, allowance).reward(key);
      }
      throw error;
    }
  }

  /** ms until there is something of the allowance again; 0 while there is. */
  private async waitFor(name: string, key: string, allowance: Allowance): Promise<number> {
    const state = await this.limiter(name, allowance).get(key);

    return state && state.consumedPoints >= allowance.points ? Math.max(0, state.msBeforeNext) : 0;
  }

  private limiter(name: string, { points, seconds, perProcess }: Allowance): RateLimiterAbstract {
    let limiter = this.limiters.get(name);
    if (!limiter) {
      const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
      limiter =
        this.redis && !perProcess
          ? new RateLimiterRedis({
              storeClient: this.redis,
              keyPrefix: `${this.prefix}:limit:${name}`,
              points,
              duration: seconds,
              insuranceLimiter: memory,
            })
          : memory;
      this.limiters.set(name, limiter);
    }

    return limiter;
  }
}
