import { BatchLoader } from './batchLoader';

const ordinarySize = 200_000;

/**
 * Ids by another key that always means the same row: what was found stays right, what was not found is asked again.
 * A key that can pass to another row may be kept too, when the caller compares it with the row's own.
 */
export class KeyIndex {
  private readonly ids = new Map<string, string>();

  private readonly loader: BatchLoader<string>;

  /** @param size how many are kept; what was found first goes first */
  constructor(
    load: (keys: string[]) => Promise<ReadonlyMap<string, string>>,
    private readonly size = ordinarySize,
  ) {
    this.loader = new BatchLoader(load);
  }

  async find(key: string): Promise<string | undefined> {
    const kept = this.ids.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const id = await this.loader.load(key);
    if (id !== undefined) {
      this.keep(key, id);
    }

    return id;
  }

  /** The key does not mean that row any more. */
  forget(key: string): void {
    this.ids.delete(key);
  }

  private keep(key: string, id: string): void {
    if (this.ids.size >= this.size) {
      const [oldest = key] = this.ids.keys();
      this.ids.delete(oldest);
    }
    this.ids.set(key, id);
  }
}
