import { setTimeout as sleep } from 'node:timers/promises';

import { BusOutbox } from './busOutbox';
import type { RedisPipe } from './redisPipe';

/** For what is still to be told at the end, ms. */
const partingMs = 1_000;
const settleMs = 10;

/** What one process tells the others: each text with who tells it, and how much that is up to here. */
export class BusPost {
  private readonly outbox = new BusOutbox();

  private mustRepeat = false;

  constructor(
    private readonly pipe: Pick<RedisPipe, 'canTalk' | 'send'>,
    private readonly owner: string,
  ) {}

  /** Sends news, now or when somebody can hear it. */
  tell(text: string): void {
    this.post(this.outbox.add(text), text);
  }

  /** Lets the others notice that something was not told. */
  skip(): void {
    this.outbox.skip();
  }

  /** Proves that we live. What did not go out goes first: whoever hears the heartbeat has heard all before it. */
  beat(): void {
    if (!this.pipe.canTalk) {
      return;
    }
    if (this.mustRepeat) {
      this.mustRepeat = false;
      this.outbox.entries().forEach(([nth, text]) => this.post(nth, text));
    }
    this.send(`beat ${performance.now()}`, this.outbox.count).catch(() => undefined);
  }

  /** Says goodbye when all has been told; whoever hears no goodbye takes it that something is missing. */
  async part(): Promise<void> {
    const until = performance.now() + partingMs;
    while (this.pipe.canTalk && !this.outbox.isEmpty && performance.now() < until) {
      await sleep(settleMs);
      this.beat();
    }
    if (this.pipe.canTalk && this.outbox.isEmpty) {
      const said = this.send('bye', this.outbox.count).catch(() => undefined);
      await Promise.race([said, sleep(partingMs, undefined, { ref: false })]);
    }
  }

  private post(nth: number, text: string): void {
    if (this.mustRepeat || !this.pipe.canTalk) {
      this.mustRepeat = true;

      return;
    }
    this.send(text, nth).then(
      () => this.outbox.settle(nth),
      () => {
        this.mustRepeat = true;
      },
    );
  }

  private send(text: string, count: number): Promise<void> {
    return this.pipe.send(`${this.owner} ${count} ${text}`);
  }
}
