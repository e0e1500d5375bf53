import { EventEmitter } from 'node:events';

import type { Bus, BusMessages, Listener, Topic } from '../../../api/src/storage/bus';

/** A bus that a test makes ill and well again. */
export class TestBus implements Bus {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  private healthy = true;

  isHealthy(): boolean {
    return this.healthy;
  }

  publish<T extends Topic>(topic: T, message: BusMessages[T]): void {
    this.emitter.emit(topic, message);
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    this.emitter.on(topic, listener);

    return () => {
      this.emitter.off(topic, listener);
    };
  }

  onGap(listener: () => void): void {
    this.emitter.on('gap', listener);
  }

  publishGap(): void {
    this.emitter.emit('gap');
  }

  async open(): Promise<void> {}

  async close(): Promise<void> {
    this.emitter.removeAllListeners();
  }

  /** From now on messages get lost. */
  sicken(): void {
    this.healthy = false;
  }

  /** Messages arrive again, and everybody learns that some may be missing. */
  recover(): void {
    this.healthy = true;
    this.emitter.emit('gap');
  }
}
