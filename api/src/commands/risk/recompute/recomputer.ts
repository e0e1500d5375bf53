import type { Services } from '../../../context';
import type { Job } from '../../../jobs/job';
import { isDerivation } from '../../feeds/derive/deriveFacts';
import { performDerivation } from './performDerivation';
import { performOverdue } from './judgeThese';
import { performRun } from './performRun';
import { isRunLost } from './performSlice';
import { findRun, forgetRuns, giveBackRun, putOffRun, takeRun, type Claim } from './recomputeLease';

const everyMs = 1_000;

/**
 * Judges people anew when facts, rules or levels have changed. Any process takes a run that waits, and one whose process
 * died goes on where it stood; one run at a time in a process, so that people at the door do not wait.
 */
export class Recomputer {
  private timer: NodeJS.Timeout | undefined;

  private working: Promise<void> | undefined;

  private readonly control = new AbortController();

  constructor(private readonly services: Services) {}

  start(): void {
    this.timer = setInterval(() => void this.turn(), everyMs);
  }

  /** Works on what waits until nothing does. */
  async turn(): Promise<void> {
    this.working ??= this.work()
      .catch((error: unknown) => this.services.logger.error({ job: 'recompute', err: error }))
      .finally(() => {
        this.working = undefined;
      });
    await this.working;
  }

  /** Stops after the slice under way; the rest is for whoever comes. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.control.abort();
    await this.working;
  }

  /** After each batch a run over everybody has a turn, so that batches without end do not keep it for ever. */
  private async work(): Promise<void> {
    let before: string | undefined;
    while (!this.control.signal.aborted) {
      const run = await findRun(this.services, before === 'batch' ? 'othersFirst' : 'batchesFirst');
      if (run === undefined) {
        return;
      }
      before = run.cause;
      await this.workOn(run.id);
    }
  }

  /** One run that cannot go on must not keep the others: it comes again later. */
  private async failed(claim: Claim, error: unknown): Promise<void> {
    if (isRunLost(error) || this.control.signal.aborted) {
      return;
    }
    this.services.logger.error({ job: 'recompute', cause: claim.cause, err: error });
    await putOffRun(this.services, claim);
  }

  private async workOn(id: string): Promise<void> {
    const claim = await takeRun(this.services, id);
    if (!claim) {
      return;
    }
    try {
      await (isDerivation(claim.subject) && claim.cause === 'derive'
        ? performDerivation(this.services, claim, claim.subject, this.control.signal)
        : performRun(this.services, claim, this.control.signal));
    } catch (error) {
      await this.failed(claim, error);
    } finally {
      // One that is done is nobody's any more, and stays done.
      await giveBackRun(this.services, claim);
    }
  }
}

/** Colours that end by themselves: fourteen days are over, a community is opened again. */
export const passTime: Job = {
  name: 'pass time',
  everyMs: 30_000,
  async perform(services) {
    await performOverdue(services);
    await forgetRuns(services);
  },
};
