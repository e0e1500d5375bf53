import { setTimeout as sleep } from 'node:timers/promises';

import type { SiteClient } from './siteClient';
import { visitOf, type SiteResident } from './siteResident';

/** Between two requests of one resident, ms: within what one caller may do in a minute. */
const pause = 120;
/** Every so many requests are a check-in. */
const visitEvery = 10;

/** Residents who look at their codes and check in, each one request after the other. */
export class LightLoad {
  readonly failures: string[] = [];

  /** Ids of the check-ins that were answered. */
  readonly acknowledged: string[] = [];

  /** Requests that were answered. */
  answered = 0;

  private isOver = false;

  private readonly work: Promise<unknown>;

  constructor(
    private readonly client: SiteClient,
    private readonly posterToken: string,
    residents: readonly SiteResident[],
  ) {
    this.work = Promise.all(residents.map((resident, nth) => this.live(resident, nth)));
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.work;
  }

  private async live({ token }: SiteResident, nth: number): Promise<void> {
    for (let turn = nth; !this.isOver; turn += 1) {
      if (turn % visitEvery === 0) {
        await this.checkIn(token);
      } else {
        await this.ask('GET', '/api/v1/me/code', { token });
      }
      await sleep(pause);
    }
  }

  private async checkIn(token: string): Promise<void> {
    const visit = visitOf(this.posterToken);
    if (await this.ask('POST', '/api/v1/visits', { token, body: visit })) {
      this.acknowledged.push(visit.id);
    }
  }

  private async ask(...request: Parameters<SiteClient['ask']>): Promise<boolean> {
    const [method, path] = request;
    try {
      const { status, text } = await this.client.ask(...request);
      if (status === 200) {
        this.answered += 1;

        return true;
      }
      this.failures.push(`${method} ${path}: ${status} ${text}`);
    } catch (error) {
      this.failures.push(`${method} ${path}: ${String(error)}`);
    }

    return false;
  }
}
