import type { Clock } from '../base/clock';
import { addDays, startOfDay } from '../base/days';
import type { AuditChain, ChainDay } from './auditChain';

/** An event carries the time at which its transaction began: so long after a day its last one is stored, or never. */
const settledAfterMs = 10 * 60_000;
/** How long an answer for a day that only just ended is good. */
const unsettledMs = 60_000;
/** Four years: more than the audit is kept. */
const daysKept = 1_500;

interface Counted {
  chains: Promise<ChainDay[]>;
  /** ms */
  goodUntil: number;
}

/**
 * What is published of the audit chains. Anybody may ask for a day as often as they like, so its events are counted
 * once in the life of a process, however many ask.
 */
export class DayDigests {
  private readonly counted = new Map<string, Counted>();

  constructor(
    private readonly audit: AuditChain,
    private readonly clock: Clock,
    private readonly zone: string,
  ) {}

  /** Where each chain stood at the end of a day that is over. @param date YYYY-MM-DD */
  chainsOf(date: string): Promise<ChainDay[]> {
    const now = this.clock.now();
    const known = this.counted.get(date);
    if (known && now < known.goodUntil) {
      return known.chains;
    }

    return this.count(date, now);
  }

  private count(date: string, now: number): Promise<ChainDay[]> {
    const end = startOfDay(addDays(date, 1), this.zone);
    const counted = {
      chains: this.audit.chainsBetween(startOfDay(date, this.zone), end),
      goodUntil: now < end + settledAfterMs ? now + unsettledMs : Infinity,
    };
    this.makeRoom();
    this.counted.set(date, counted);
    counted.chains.catch(() => this.forget(date, counted));

    return counted.chains;
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
