import { open } from 'node:fs/promises';

import type { Services } from '../context';
import { openField } from '../privacy/sealedFields';
import { isDatabaseGone, isPassing } from '../storage/databaseErrors';
import { codeOf, failJob, finishJob } from './endJob';
import type { AnyJobKind } from './jobKind';
import { attemptsMax, giveBack, isHeld, renewLease, type Claim, type Progress } from './jobLease';

/** The lease is renewed in good time, also when nothing moves. */
const renewMs = 10_000;

type Stop = 'lost' | 'shutdown';

/** One job under way in this process. */
export class JobRun {
  private readonly control = new AbortController();

  private progress: Progress = { done: 0, total: null };

  private written: Progress = this.progress;

  private renewedAt: number;

  constructor(
    private readonly services: Services,
    private readonly claim: Claim,
    private readonly kind: AnyJobKind,
  ) {
    this.renewedAt = services.clock.now();
  }

  /** Does the work to whatever end; never throws. */
  async perform(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      await this.settle(error).catch((trouble: unknown) => this.report(trouble));
    }
  }

  stop(why: Stop): void {
    this.control.abort(why);
  }

  /** Called about once a second: tells how far the work is, and learns whether it is still ours. */
  async beat(): Promise<void> {
    try {
      const now = this.services.clock.now();
      if (this.progress !== this.written || now - this.renewedAt >= renewMs) {
        this.written = this.progress;
        await renewLease(this.services, this.claim, this.progress);
        this.renewedAt = now;
      }
      if (!(await isHeld(this.services, this.claim))) {
        this.stop('lost');
      }
    } catch (error) {
      this.report(error);
    }
  }

  private async work(): Promise<void> {
    const { services, claim, kind } = this;
    if (claim.attempts > attemptsMax) {
      await failJob(services, claim, this.progress, 'internal');

      return;
    }
    const made = await kind.perform(services, await this.prepare());
    this.control.signal.throwIfAborted();
    if (!(await finishJob(services, claim, this.progress, made)) || !made) {
      await services.files.remove(claim.file);
    }
  }

  private async prepare() {
    const { services, claim, kind, control } = this;
    const { id, unitId, staffId, createdAt } = claim;
    const input = kind.input.parse(
      JSON.parse(openField(services.vault, 'jobs', 'input', claim, claim.input)),
    );
    await services.files.prepare();
    const file = services.files.pathOf(claim.file);
    await (await open(file, 'w', 0o600)).close();
    const progress = (done: number, total: number | null = this.progress.total) => {
      control.signal.throwIfAborted();
      this.progress = { done, total };
    };

    return { id, unitId, staffId, createdAt, input: input as never, file, signal: control.signal, progress };
  }

  /** What was stopped or met a database that is gone waits for another turn; anything else has failed. */
  private async settle(error: unknown): Promise<void> {
    const { services, claim, control } = this;
    await services.files.remove(claim.file);
    if (control.signal.aborted) {
      await giveBack(services, claim);
    } else if (!isDatabaseGone(error) && !isPassing(error)) {
      this.report(error);
      await failJob(services, claim, this.progress, codeOf(error));
    }
  }

  private report(error: unknown): void {
    const { id, kind } = this.claim;
    this.services.logger.error({ job: kind, id, err: error }, 'background job');
  }
}
