import { BatchLoader } from './batchLoader';
import type { Bus, Change } from './bus';

export interface RowCacheOptions<T> {
  bus: Bus;
  /** Rows kept at most; the one that was stored first goes first. */
  size: number;
  /** Which row a change makes stale: its key, or all of them. */
  staleBy(change: Change): string | typeof everyRow | undefined;
  /** The rows that exist, by key. */
  load(keys: string[]): Promise<ReadonlyMap<string, T>>;
}

export const everyRow = Symbol('every row');

/** Rows of a table by its own id: a change makes the row with that id stale. */
export function staleByIdOf(table: string): RowCacheOptions<object>['staleBy'] {
  return (change) => (change.table === table ? change.id : undefined);
}

/** Rows gathered from a table by something else than its id: any change in it makes all stale. */
export function allStaleBy(table: string): RowCacheOptions<object>['staleBy'] {
  return (change) => (change.table === table ? everyRow : undefined);
}

/**
 * Rows by key, shared by all requests: never change one. A row is dropped when the bus tells of its change, and nothing
 * is kept while the bus cannot be relied on. Rows that are not kept are read in batches.
 */
export class RowCache<T extends object> {
  private readonly rows = new Map<string, T>();

  /** Reads under way, by key; a change meanwhile takes the mark away, and then the row is not kept. */
  private readonly reading = new Map<string, symbol>();

  private readonly loader: BatchLoader<T>;

  private readonly bus: Bus;

  private readonly size: number;

  constructor({ bus, size, staleBy, load }: RowCacheOptions<T>) {
    this.bus = bus;
    this.size = size;
    this.loader = new BatchLoader(load);
    bus.subscribe('changes', (changes) => changes.forEach((change) => this.drop(staleBy(change))));
    bus.onGap(() => this.clear());
  }

  /** The row when it is kept and may be relied on: nothing is waited for. */
  kept(key: string): T | undefined {
    const row = this.rows.get(key);

    return row !== undefined && this.bus.isHealthy() ? row : undefined;
  }

  async get(key: string): Promise<T | undefined> {
    return this.kept(key) ?? this.read(key);
  }

  /** The row as it stands now, whatever is kept. */
  fresh(key: string): Promise<T | undefined> {
    this.drop(key);

    return this.read(key);
  }

  private async read(key: string): Promise<T | undefined> {
    const mark = Symbol();
    this.reading.set(key, mark);
    const isKept = this.bus.isHealthy();
    try {
      const row = await this.loader.load(key);
      if (row && isKept && this.reading.get(key) === mark && this.bus.isHealthy()) {
        this.keep(key, row);
      }

      return row;
    } finally {
      if (this.reading.get(key) === mark) {
        this.reading.delete(key);
      }
    }
  }

  private keep(key: string, row: T): void {
    if (this.rows.size >= this.size) {
      const [oldest = key] = this.rows.keys();
      this.rows.delete(oldest);
    }
    this.rows.set(key, row);
  }

  private drop(stale: string | typeof everyRow | undefined): void {
    if (stale === everyRow) {
      this.clear();
    } else if (stale !== undefined) {
      this.rows.delete(stale);
      this.reading.delete(stale);
    }
  }

  private clear(): void {
    this.rows.clear();
    this.reading.clear();
  }
}
