import type { LateScans } from '@anxing/contract/scans';

import { asApiError } from '../../../lib/api/apiError';
import type { KioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import { countWaiting, sendWaiting, type LateWay } from '../offline/lateQueue';
import { isUnreachable, within } from './link';
import { noneWaiting, type Waiting } from './state';

const patienceMs = 15_000;

interface Given {
  api: Pick<KioskApi, 'late' | 'feedback'>;
  store: DoorStore;
  /** Who is signed in. */
  staffId: string;
}

interface Listener {
  onWaiting(waiting: Waiting): void;
  onUnreachable(): void;
  onError(error: unknown): void;
}

/** The passages that wait for the network. */
export class LateDesk {
  private waiting = noneWaiting;

  private isSending = false;

  private isStopped = false;

  constructor(
    private readonly given: Given,
    private readonly listener: Listener,
  ) {}

  /** Looks how many there are, also from before a reload. */
  async count(): Promise<void> {
    const { store, staffId } = this.given;
    this.tell(await countWaiting(store, staffId));
  }

  /** Nothing more is sent from now on: the session may be somebody else's next. */
  stop(): void {
    this.isStopped = true;
  }

  /** A passage that waits already stays as it is, with what was seen of the person. */
  async add(pointId: string, item: LateScans['items'][number]): Promise<void> {
    const { store, staffId } = this.given;
    if (!(await store.one(item.id))) {
      await store.put({ staffId, pointId, item });
      this.tell({ count: this.waiting.count + 1 });
    }
  }

  async send(): Promise<void> {
    if (this.isSending || this.waiting.count === 0) {
      return;
    }
    this.isSending = true;
    const { store, staffId } = this.given;
    let fault: string | undefined;
    const way = this.wayTelling((why) => {
      fault = why;
    });
    try {
      await sendWaiting(store, staffId, way);
      this.tell({ fault });
    } catch (error) {
      this.onFault(error);
    }
    this.isSending = false;
    await this.count();
  }

  private wayTelling(onHeld: LateWay['onHeld']): LateWay {
    const { api } = this.given;

    return {
      send: (late) => this.call((signal) => api.late(late, signal)),
      tell: (id, feedback) => this.call((signal) => api.feedback(id, feedback, signal)),
      onRefused: (why) => this.onRefused(why),
      onHeld,
    };
  }

  private async call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.isStopped) {
      throw new DOMException('The desk is closed', 'AbortError');
    }

    return within(patienceMs, work);
  }

  private onRefused(why: string): void {
    const { refused } = this.waiting;
    const isKnown = refused.some((one) => one.why === why);
    this.tell({
      refused: isKnown
        ? refused.map((one) => (one.why === why ? { why, count: one.count + 1 } : one))
        : [...refused, { why, count: 1 }],
    });
  }

  private onFault(error: unknown): void {
    if (isUnreachable(error)) {
      this.listener.onUnreachable();
    } else {
      this.tell({ fault: asApiError(error).message });
      this.listener.onError(error);
    }
  }

  private tell(part: Partial<Waiting>): void {
    this.waiting = { ...this.waiting, ...part };
    this.listener.onWaiting(this.waiting);
  }
}
