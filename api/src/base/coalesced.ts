/**
 * Work that is asked for often and done soon: never twice at the same time, and never again before `gapMs` have passed
 * since it ended. Whatever was asked meanwhile is one more run.
 */
export class Coalesced {
  private timer: NodeJS.Timeout | undefined;

  private running: Promise<void> | undefined;

  private isWanted = false;

  private isStopped = false;

  /** @param work never rejects */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly gapMs: number,
  ) {}

  ask(): void {
    this.isWanted = true;
    this.next();
  }

  /** Starts no more, and waits for what runs. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(): void {
    if (this.isWanted && !this.isStopped && !this.running && !this.timer) {
      this.isWanted = false;
      this.running = this.work().finally(() => this.rest());
    }
  }

  private rest(): void {
    this.running = undefined;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.next();
    }, this.gapMs).unref();
  }
}
