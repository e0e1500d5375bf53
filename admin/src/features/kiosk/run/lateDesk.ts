import type { LateScans } from '@anxing/contract/scans';

import { asApiError } from '../../../lib/api/apiError';
import type { KioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import { sendWaiting } from '../offline/lateQueue';
import { isUnreachable, within } from './link';
import type { Waiting } from './state';

const patienceMs = 15_000;

interface Listener {
  onWaiting(waiting: Waiting): void;
  onUnreachable(): void;
  onError(error: unknown): void;
}

/** The passages that wait for the network. */
export class LateDesk {
  private waiting: Waiting = { count: 0, refused: 0, fault: undefined };

  private isSending = false;

  constructor(
    private readonly api: Pick<KioskApi, 'late'>,
    private readonly store: DoorStore,
    private readonly listener: Listener,
  ) {}

  /** Looks how many there are, also from before a reload. */
  async count(): Promise<void> {
    this.tell({ count: await this.store.count() });
  }

  /** A passage that waits already stays as it is, with what was seen of the person. */
  async add(pointId: string, item: LateScans['items'][number]): Promise<void> {
    if (!(await this.store.one(item.id))) {
      await this.store.put({ pointId, item });
    }
    await this.count();
  }

  async send(): Promise<void> {
    if (this.isSending || this.waiting.count === 0) {
      return;
    }
    this.isSending = true;
    try {
      const { refused } = await sendWaiting(this.store, (late) =>
        within(patienceMs, (signal) => this.api.late(late, signal)),
      );
      this.tell({ refused: this.waiting.refused + refused, fault: undefined });
    } catch (error) {
      this.onFault(error);
    }
    this.isSending = false;
    await this.count();
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
