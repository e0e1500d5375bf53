import { EventEmitter } from 'node:events';

import type { BusMessages, Listener, Topic } from './bus';

/** What is told has been done already: a mistake of whoever hears of it must not make that fail, nor keep it from others. */
function tellAll(listeners: readonly (() => void)[]): void {
  for (const listener of listeners) {
    try {
      listener();
    } catch (error) {
      const stack = error instanceof Error ? error.stack : undefined;
      process.emitWarning(stack ?? String(error));
    }
  }
}

/** Those who listen in this process. */
export class BusListeners {
  private readonly topics = new EventEmitter().setMaxListeners(0);

  private readonly gaps: (() => void)[] = [];

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    this.topics.on(topic, listener);

    return () => {
      this.topics.off(topic, listener);
    };
  }

  onGap(listener: () => void): void {
    this.gaps.push(listener);
  }

  tell<T extends Topic>(topic: T, message: BusMessages[T]): void {
    tellAll(this.topics.listeners(topic).map((listener) => () => void listener(message)));
  }

  tellGap(): void {
    tellAll(this.gaps);
  }

  clear(): void {
    this.topics.removeAllListeners();
    this.gaps.length = 0;
  }
}
