import { asApiError } from '../../../lib/api/apiError';
import type { KioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import { joinTold, type Held } from '../offline/held';

/** How often keys and the list of what was revoked are fetched, ms. */
const freshEveryMs = 120_000;
/** How often a lost network is looked for, ms. */
const lookEveryMs = 5_000;
const patienceMs = 5_000;

/** Whether an error says that the server cannot be reached, or does not answer as a server does. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof DOMException) {
    return true;
  }
  const { status, code } = asApiError(error);
  // A network that asks to be signed in to answers with a page of its own.
  const isStranger = code === 'unreadable';

  return isStranger || status === 0 || (status >= 500 && code !== 'national_unavailable');
}

/** Gives up after some time. @throws DOMException, or what the work throws */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException('It took too long', 'TimeoutError'));
      control.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(control.signal), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

interface Listener {
  onHeld(held: Held): void;
  /** The server can be reached, or not. */
  onLink(isOnline: boolean): void;
  onError(error: unknown): void;
}

/** Keeps what is needed without network fresh, and looks whether there is one. */
export class Link {
  held: Held | undefined;

  isOnline = true;

  private timer: ReturnType<typeof setTimeout> | undefined;

  private isStopped = false;

  private readonly look = () => void this.refresh();

  constructor(
    private readonly api: KioskApi,
    private readonly store: DoorStore,
    private readonly listener: Listener,
  ) {}

  async start(): Promise<void> {
    window.addEventListener('online', this.look);
    this.held = await this.store.readHeld().catch(() => undefined);
    if (this.held) {
      this.listener.onHeld(this.held);
    }
    await this.refresh();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.look);
  }

  /** A call of somebody else could not reach the server. */
  lost(): void {
    this.setOnline(false);
    this.plan();
  }

  private async refresh(): Promise<void> {
    try {
      const held = await this.fetchHeld();
      if (this.isStopped) {
        return;
      }
      this.held = held;
      this.listener.onHeld(held);
      this.setOnline(true);
      await this.store.keepHeld(held);
    } catch (error) {
      if (isUnreachable(error)) {
        this.setOnline(false);
      } else {
        this.listener.onError(error);
      }
    }
    this.plan();
  }

  private async fetchHeld(): Promise<Held> {
    const since = this.held?.revocations?.asOf;
    const asked = Date.now();
    const { keys, colours, serverTime } = await within(patienceMs, (signal) => this.api.keys(signal));
    const clockOffset = serverTime - (asked + Date.now()) / 2;
    const told = await within(patienceMs, (signal) => this.api.revocations(since, signal));

    return { keys, colours, clockOffset, revocations: joinTold(this.held?.revocations, told) };
  }

  private setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.listener.onLink(isOnline);
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (!this.isStopped) {
      this.timer = setTimeout(this.look, this.isOnline ? freshEveryMs : lookEveryMs);
    }
  }
}
