/** One record that changed: which table, which key. */
export interface Change {
  table: string;
  id: string;
}

/** What processes tell each other, by topic. A message is JSON, and is published after its commit only. */
export interface BusMessages {
  /** What audited writes changed: empties caches. */
  changes: readonly Change[];
  /** Points of a unit whose counts or presences changed. */
  flow: { unitId: string; pointIds: readonly string[] };
}

export type Topic = keyof BusMessages;
export type Listener<T extends Topic> = (message: BusMessages[T]) => void;

/** Carries news between the parts of a process, and between processes. */
export interface Bus {
  /** Whether every message of the last moments is certain to have come: without that, nothing may be cached. */
  isHealthy(): boolean;
  publish<T extends Topic>(topic: T, message: BusMessages[T]): void;
  /** @returns ends the subscription */
  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void;
  /** Called whenever messages may have been missed: what was learned from earlier ones is void. */
  onGap(listener: () => void): void;
  /** Tells everybody, here too, that anything may have changed. */
  publishGap(): void;
  /** Takes part, once a lease is held; nothing may be written before. Ends when the others are sure to hear us. */
  open(): Promise<void>;
  /** Says goodbye, after what is still to be told. */
  close(): Promise<void>;
}
