import type { Digest } from '@anxing/contract/digests';

import type { Clock } from '../base/clock';
import { addDays, startOfDay } from '../base/days';
import type { Database } from '../storage/database';
import type { AuditChain } from './auditChain';
import { countChanges } from './changeCounts';

/** An event carries the time at which its transaction began: so long after a day its last one is stored, or never. */
const settledAfterMs = 10 * 60_000;
/** How long an answer for a day that only just ended is good. */
const unsettledMs = 60_000;
/** Four years: more than the audit is kept. */
const daysKept = 1_500;

/** What is published of a day. */
export type PublishedDay = Omit<Digest, 'date'>;

interface Counted {
  published: Promise<PublishedDay>;
  /** ms */
  goodUntil: number;
}

/**
 * What is published of the audit chains and of the changes that took two people. Anybody may ask for a day as often as they like, so its events are counted
 * once in the life of a process, however many ask.
 */
export class DayDigests {
  private readonly counted = new Map<string, Counted>();

  constructor(
    private readonly audit: AuditChain,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly zone: string,
  ) {}

  /** Where each chain stood at the end of a day that is over, and what was decided on it. @param date YYYY-MM-DD */
  publishedOf(date: string): Promise<PublishedDay> {
    const now = this.clock.now();
    const known = this.counted.get(date);
    if (known && now < known.goodUntil) {
      return known.published;
    }

    return this.count(date, now);
  }

  private count(date: string, now: number): Promise<PublishedDay> {
    const end = startOfDay(addDays(date, 1), this.zone);
    const counted = {
      published: this.countBetween(startOfDay(date, this.zone), end),
      goodUntil: now < end + settledAfterMs ? now + unsettledMs : Infinity,
    };
    this.makeRoom();
    this.counted.set(date, counted);
    counted.published.catch(() => this.forget(date, counted));

    return counted.published;
  }

  private async countBetween(from: number, until: number): Promise<PublishedDay> {
    const chains = await this.audit.chainsBetween(from, until);

    return { chains, changes: await countChanges(this.database, from, until) };
  }

  /** The day that was asked for first goes. */
  private makeRoom(): void {
    const [oldest] = this.counted.keys();
    if (oldest !== undefined && this.counted.size >= daysKept) {
      this.counted.delete(oldest);
    }
  }

  private forget(date: string, failed: Counted): void {
    if (this.counted.get(date) === failed) {
      this.counted.delete(date);
    }
  }
}
