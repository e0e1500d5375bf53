import { dayIn } from '../../../lib/zoneTime';
import { addCounts, countsBetween, freshCounts, type Counts } from '../offline/dayCounts';
import type { DoorStore } from '../offline/doorStore';
import type { PersonVerdict } from '../types';
import type { Shown } from './shown';
import { withDecision, withPassed, type KioskState } from './state';

interface Given {
  store: Pick<DoorStore, 'readCounts' | 'addCounts'>;
  pointId: string;
  zone: string;
}

/** Counts who was checked today. The figures outlive a reload; the last ten, who have names, do not. */
export class Tally {
  private isStarted = false;

  /** What was counted since the store was last told. */
  private unkept: Counts | undefined;

  private isKeeping = false;

  constructor(
    private readonly given: Given,
    private readonly shown: Shown<KioskState>,
  ) {}

  /** Goes on from what was counted before. */
  async start(): Promise<void> {
    if (this.isStarted) {
      return;
    }
    this.isStarted = true;
    const { store, pointId } = this.given;
    const kept = await store.readCounts(pointId).catch(() => undefined);
    this.shown.change({ counts: addCounts(kept, this.today()) });
  }

  passed(person: PersonVerdict): void {
    this.change(withPassed({ ...this.shown.now, counts: this.today() }, person));
  }

  refused(): void {
    const counts = this.today();
    this.change({ counts: { ...counts, refused: counts.refused + 1 } });
  }

  /** Somebody was decided otherwise after feedback. */
  decided(before: PersonVerdict, after: PersonVerdict): void {
    const counts = this.today();
    const changed = withDecision({ ...this.shown.now, counts }, before, after);
    this.change(this.dayOf(before.at) === counts.day ? changed : { ...changed, counts });
  }

  private dayOf(at: number): string {
    return dayIn(this.given.zone, at);
  }

  private today(): Counts {
    const { counts, clockOffset } = this.shown.now;
    const day = this.dayOf(Date.now() + clockOffset);

    return day === counts.day ? counts : freshCounts(day);
  }

  private change(part: Pick<KioskState, 'counts'> & Partial<KioskState>): void {
    this.unkept = addCounts(this.unkept, countsBetween(this.today(), part.counts));
    this.shown.change(part);
    void this.keep();
  }

  /** One write at a time, with everything that came meanwhile: a slow disk makes no queue. */
  private async keep(): Promise<void> {
    const { store, pointId } = this.given;
    if (this.isKeeping) {
      return;
    }
    this.isKeeping = true;
    while (this.unkept) {
      const more = this.unkept;
      this.unkept = undefined;
      // A full disk costs the figures of a reload, no check.
      await store.addCounts(pointId, more).catch(() => undefined);
    }
    this.isKeeping = false;
  }
}
