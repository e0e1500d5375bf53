import type { Services } from '../context';
import type { AnyJobKind } from './jobKind';
import { claimJob } from './jobLease';
import { JobRun } from './jobRun';

/** Jobs of one process at a time: the others wait, so that people at the door do not. */
const atOnce = 2;
const everyMs = 1_000;

/**
 * Works on background jobs. Any process takes a waiting one, and one whose process died: its lease has run out then.
 * On the way down what is unfinished is given back.
 */
export class LongJobs {
  private readonly running = new Map<JobRun, Promise<void>>();

  private readonly kinds: Map<string, AnyJobKind>;

  private timer: NodeJS.Timeout | undefined;

  private taking: Promise<void> | undefined;

  private isStopping = false;

  constructor(
    private readonly services: Services,
    kinds: readonly AnyJobKind[],
  ) {
    this.kinds = new Map(kinds.map((kind) => [kind.name, kind]));
  }

  start(): void {
    this.timer = setInterval(() => void this.turn(), everyMs);
  }

  /** One turn, as it comes about once a second: tells of the running jobs, and takes as many more as there is room for. */
  async turn(): Promise<void> {
    this.taking ??= this.takeTurn()
      .catch((error: unknown) => this.services.logger.error({ job: 'background jobs', err: error }))
      .finally(() => {
        this.taking = undefined;
      });
    await this.taking;
  }

  /** Waits for the jobs that run now. */
  async settled(): Promise<void> {
    await Promise.all(this.running.values());
  }

  /** Takes no more, stops what runs and gives it back. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.taking;
    [...this.running.keys()].forEach((run) => run.stop('shutdown'));
    await this.settled();
  }

  private async takeTurn(): Promise<void> {
    await Promise.all([...this.running.keys()].map((run) => run.beat()));
    while (!this.isStopping && this.running.size < atOnce && (await this.takeOne())) {
      // As long as there is room and something to do.
    }
  }

  private async takeOne(): Promise<boolean> {
    const claim = this.kinds.size > 0 ? await claimJob(this.services, [...this.kinds.keys()]) : undefined;
    const kind = claim && this.kinds.get(claim.kind);
    if (!kind) {
      return false;
    }
    const run = new JobRun(this.services, claim, kind);
    const work = run.perform().finally(() => this.running.delete(run));
    this.running.set(run, work);

    return true;
  }
}
