import type { LateScans } from '@anxing/contract/scans';

import type { Held } from './held';

type LateItem = LateScans['items'][number];

/** A passage that waits for the network. Ids sort by time. */
export interface WaitingPassage {
  pointId: string;
  item: LateItem;
}

/** What outlives a reload. */
export interface DoorStore {
  readHeld(): Promise<Held | undefined>;
  keepHeld(held: Held): Promise<void>;
  /** Adds a passage, or puts it right. */
  put(waiting: WaitingPassage): Promise<void>;
  one(id: string): Promise<WaitingPassage | undefined>;
  /** The oldest ones. */
  first(count: number): Promise<WaitingPassage[]>;
  remove(ids: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

/** Where a browser keeps nothing: until the page is closed. */
export class MemoryStore implements DoorStore {
  private held: Held | undefined;
  private readonly waiting = new Map<string, WaitingPassage>();

  async readHeld(): Promise<Held | undefined> {
    return this.held;
  }

  async keepHeld(held: Held): Promise<void> {
    this.held = held;
  }

  async put(waiting: WaitingPassage): Promise<void> {
    this.waiting.set(waiting.item.id, waiting);
  }

  async one(id: string): Promise<WaitingPassage | undefined> {
    return this.waiting.get(id);
  }

  async first(count: number): Promise<WaitingPassage[]> {
    const ids = [...this.waiting.keys()].sort().slice(0, count);

    return ids.flatMap((id) => this.waiting.get(id) ?? []);
  }

  async remove(ids: readonly string[]): Promise<void> {
    ids.forEach((id) => this.waiting.delete(id));
  }

  async count(): Promise<number> {
    return this.waiting.size;
  }
}
