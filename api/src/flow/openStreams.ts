import type { FlowEnd } from '@anxing/contract/flow';
import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Bus, Change } from '../storage/bus';

/** A stream and whose it is. */
export interface OpenStream {
  sessionId: string;
  staffId: string;
  unitId: string;
  /** Looks again whether it may go on, and what it may show. */
  recheck(): Promise<void>;
  /** The same, and tells that the stream lives. */
  beat(): Promise<void>;
  end(reason: FlowEnd['reason']): void;
}

/** A stream that says nothing for longer is taken for dead by proxies and by browsers. */
const beatMs = 15_000;

/** Seconds after which it is worth another try. */
const retryAfter = { full: 5, tooMany: 60 };

/**
 * The streams of this process. Each holds a connection and memory, so that there is a bound to them. Whoever is signed
 * out, disabled or sees other points than before is met at once where the bus tells of it, and with the next beat.
 */
export class OpenStreams {
  private readonly streams = new Set<OpenStream>();

  private readonly timer: NodeJS.Timeout;

  private isClosing = false;

  constructor(
    bus: Bus,
    private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.beat(), beatMs).unref();
    bus.subscribe('changes', (changes) => changes.forEach((change) => this.hear(change)));
    bus.onGap(() => void this.recheck([...this.streams]));
  }

  get size(): number {
    return this.streams.size;
  }

  /**
   * Takes a place. @returns gives it back
   * @throws unavailable when the process is full or about to end, too_many_requests when one person has too many
   */
  add(stream: OpenStream): () => void {
    if (this.isClosing || this.streams.size >= limits.flowStreamsPerProcess) {
      throw new AppError('unavailable', { retryAfter: retryAfter.full });
    }
    const own = [...this.streams].filter(({ staffId }) => staffId === stream.staffId);
    if (own.length >= limits.flowStreamsPerStaff) {
      throw new AppError('too_many_requests', { retryAfter: retryAfter.tooMany });
    }
    this.streams.add(stream);

    return () => {
      this.streams.delete(stream);
    };
  }

  /** One beat, as it comes every 15 seconds: who may not go on is let go, the others hear that the stream lives. */
  async beat(): Promise<void> {
    await this.each([...this.streams], (stream) => stream.beat());
  }

  /** Ends all; no more are taken. */
  close(): void {
    this.isClosing = true;
    clearInterval(this.timer);
    this.streams.forEach((stream) => stream.end('shutdown'));
  }

  private hear({ table, id }: Change): void {
    const isMeant: Record<string, (stream: OpenStream) => boolean> = {
      sessions: ({ sessionId }) => sessionId === id,
      staff: ({ staffId }) => staffId === id,
      units: ({ unitId }) => unitId === id,
      grants: () => true,
    };
    const meant = [...this.streams].filter(isMeant[table] ?? (() => false));
    // Not before every listener has heard of it: a cache may still hold what was changed.
    queueMicrotask(() => void this.recheck(meant));
  }

  private recheck(streams: readonly OpenStream[]): Promise<void> {
    return this.each(streams, (stream) => stream.recheck());
  }

  /** What cannot be checked now is checked with the next beat. */
  private async each(
    streams: readonly OpenStream[],
    act: (stream: OpenStream) => Promise<void>,
  ): Promise<void> {
    const results = await Promise.allSettled(streams.map(act));
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length > 0) {
      this.logger.warn({ failed: failed.length, err: failed[0]?.reason }, 'streams could not be checked');
    }
  }
}
