import type { LateScans } from '@anxing/contract/scans';

import { addCounts, type Counts } from './dayCounts';
import type { Held } from './held';

type LateItem = LateScans['items'][number];

/** A passage that waits for the network. Ids sort by time. */
export interface WaitingPassage {
  /** Who decided it: it is sent in nobody else's name. Those that were stored before this was kept have none. */
  staffId?: string;
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
  /** The oldest ones; with an id, those that came after it. */
  after(id: string | undefined, count: number): Promise<WaitingPassage[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** The figures of the last day on which somebody was checked at a point. */
  readCounts(pointId: string): Promise<Counts | undefined>;
  /** Other tabs may count at the same time. */
  addCounts(pointId: string, more: Counts): Promise<void>;
}

/** Where a browser keeps nothing: until the page is closed. */
export class MemoryStore implements DoorStore {
  private held: Held | undefined;
  private readonly waiting = new Map<string, WaitingPassage>();
  private readonly counts = new Map<string, Counts>();

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

  async after(id: string | undefined, count: number): Promise<WaitingPassage[]> {
    const ids = [...this.waiting.keys()].sort().filter((one) => id === undefined || one > id);

    return ids.slice(0, count).flatMap((one) => this.waiting.get(one) ?? []);
  }

  async remove(ids: readonly string[]): Promise<void> {
    ids.forEach((id) => this.waiting.delete(id));
  }

  async readCounts(pointId: string): Promise<Counts | undefined> {
    return this.counts.get(pointId);
  }

  async addCounts(pointId: string, more: Counts): Promise<void> {
    this.counts.set(pointId, addCounts(this.counts.get(pointId), more));
  }
}
