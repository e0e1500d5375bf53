import type { Services } from '../context';
import { automaticLeave } from './automaticLeave';
import type { Job } from './job';
import { tidySessions } from './tidySessions';

const standing: readonly Job[] = [automaticLeave, tidySessions];

/** Runs each job at its interval, one run at a time; a failure is logged and tried again at the next turn. */
export class JobRunner {
  private readonly timers: NodeJS.Timeout[] = [];

  private readonly running = new Map<string, Promise<void>>();

  /** @param more what this start has besides the standing jobs */
  constructor(
    private readonly services: Services,
    private readonly more: readonly Job[] = [],
  ) {}

  start(): void {
    for (const job of [...standing, ...this.more]) {
      this.timers.push(setInterval(() => this.run(job), job.everyMs));
    }
  }

  /** Starts no more, and waits for what runs. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.all(this.running.values());
  }

  private run(job: Job): void {
    if (this.running.has(job.name)) {
      return;
    }
    const work = job
      .perform(this.services)
      .catch((error: unknown) => this.services.logger.error({ job: job.name, err: error }))
      .finally(() => this.running.delete(job.name));
    this.running.set(job.name, work);
  }
}
