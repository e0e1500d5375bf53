import { hostname } from 'node:os';

import type { Services } from '../context';
import { endTurn, takeTurn } from '../storage/turns';
import { automaticLeave } from './automaticLeave';
import { FlowWatch } from './flowWatch';
import type { Job } from './job';
import type { AnyJobKind } from './jobKind';
import { LongJobs } from './longJobs';
import { retention } from './retention';
import { sweepWarnings } from './sweepWarnings';
import { tidyBatchPosters } from './tidyBatchPosters';
import { tidyJobs } from './tidyJobs';
import { tidySessions } from './tidySessions';

const standing: readonly Job[] = [
  automaticLeave,
  retention,
  sweepWarnings,
  tidyJobs,
  tidyBatchPosters,
  tidySessions,
];

/** How often it is looked whether a job is due, at least: whoever did it last may have ended since. */
const lookMs = 60_000;

/** Timers are not exact, and who is a little early must not wait for another interval. */
const early = 0.9;

/**
 * Runs each timed job at its interval, one run at a time, by one process of all; a failure is logged and tried again at
 * the next turn. Works on background jobs besides, and follows the flow.
 */
export class JobRunner {
  private readonly timers: NodeJS.Timeout[] = [];

  private readonly running = new Map<string, Promise<void>>();

  private readonly longJobs: LongJobs;

  private readonly flowWatch: FlowWatch;

  /**
   * @param kinds of background jobs that this process works on
   * @param more what this start has besides the standing jobs
   */
  constructor(
    private readonly services: Services,
    kinds: readonly AnyJobKind[],
    private readonly more: readonly Job[] = [],
  ) {
    this.longJobs = new LongJobs(services, kinds);
    this.flowWatch = new FlowWatch(services);
  }

  start(): void {
    for (const job of [...standing, ...this.more]) {
      this.timers.push(setInterval(() => void this.turn(job), Math.min(job.everyMs, lookMs)));
    }
    this.longJobs.start();
    this.flowWatch.start();
  }

  /** Starts no more, waits for what runs, and gives back unfinished background jobs. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.all([this.longJobs.stop(), ...this.running.values()]);
    await this.flowWatch.stop();
  }

  /** Does a job that is due, unless it is being done. */
  async turn(job: Job): Promise<void> {
    const work =
      this.running.get(job.name) ??
      this.perform(job)
        .catch((error: unknown) => this.services.logger.error({ job: job.name, err: error }))
        .finally(() => this.running.delete(job.name));
    this.running.set(job.name, work);
    await work;
  }

  private async perform(job: Job): Promise<void> {
    const { database, lease } = this.services;
    const place = job.isOfMachine ? ` on ${hostname()}` : '';
    const turn = {
      name: `${job.name}${place}`.slice(0, 60),
      owner: lease.owner,
      everyMs: job.everyMs * early,
    };
    if (await takeTurn(database, turn)) {
      await job.perform(this.services).finally(() => endTurn(database, turn));
    }
  }
}
