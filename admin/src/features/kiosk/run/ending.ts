import { freshEntry } from './entry';
import type { Shown } from './shown';
import type { KioskState } from './state';

/** Takes a verdict off the screen after some time: nobody's name is left standing. */
export class Ending {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shown: Shown<KioskState>) {}

  /** Goes back to waiting after so many ms, unless somebody else came. */
  later(ms: number): void {
    this.stop();
    const { turn } = this.shown.now;
    this.timer = setTimeout(() => {
      const { now } = this.shown;
      if (now.turn === turn && now.view.kind !== 'checking') {
        this.shown.change({ view: { kind: 'wait' }, entry: freshEntry(now.entry.reason) });
      }
    }, ms);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
