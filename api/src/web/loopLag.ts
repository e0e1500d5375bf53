import { performance } from 'node:perf_hooks';

const everyMs = 25;
/** What a turn adds to the average: one long turn alone, of a collection of garbage say, is no overload. */
const share = 0.2;

/** How late the process gets round to what it has to do: a measure of overload that needs no figure of the machine. */
export class LoopLag {
  private last = performance.now();

  private smoothed = 0;

  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.tick(), everyMs).unref();
  }

  /** ms, averaged over the last half second or so. */
  get ms(): number {
    return this.smoothed;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = performance.now();
    this.smoothed += share * (Math.max(0, now - this.last - everyMs) - this.smoothed);
    this.last = now;
  }
}
