import type { Bus, BusMessages, Listener, Topic } from './bus';
import { BusListeners } from './busListeners';
import type { SlotLease } from './slotLease';

/**
 * The bus of a process that is alone: its messages come at once, and none is missed. Whether it still is alone, its
 * lease knows.
 */
export class MemoryBus implements Bus {
  private readonly listeners = new BusListeners();

  constructor(private readonly lease: Pick<SlotLease, 'isHeld' | 'events'>) {
    lease.events.on('regained', () => this.listeners.tellGap());
  }

  isHealthy(): boolean {
    return this.lease.isHeld();
  }

  publish<T extends Topic>(topic: T, message: BusMessages[T]): void {
    this.listeners.tell(topic, message);
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return this.listeners.subscribe(topic, listener);
  }

  onGap(listener: () => void): void {
    this.listeners.onGap(listener);
  }

  publishGap(): void {
    this.listeners.tellGap();
  }

  async open(): Promise<void> {}

  async close(): Promise<void> {
    this.listeners.clear();
  }
}
