interface Asked<T> {
  promise: Promise<T | undefined>;
  resolve(value: T | undefined): void;
  reject(error: unknown): void;
}

const maxKeys = 500;
const maxRunning = 2;

function asked<T>(): Asked<T> {
  let resolve: Asked<T>['resolve'] = () => undefined;
  let reject: Asked<T>['reject'] = () => undefined;
  const promise = new Promise<T | undefined>((done, fail) => {
    resolve = done;
    reject = fail;
  });

  return { promise, resolve, reject };
}

/**
 * Gathers what many requests ask for at about the same time into one query. A key joins only a query that was not sent
 * yet: what is answered was read after it was asked for.
 */
export class BatchLoader<T> {
  private waiting = new Map<string, Asked<T>>();

  private running = 0;

  private isScheduled = false;

  /** @param loadMany the values that exist, by key; at most `keysAtOnce` keys at a time */
  constructor(
    private readonly loadMany: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
    private readonly keysAtOnce = maxKeys,
  ) {}

  /** The value under a key; undefined when there is none. */
  load(key: string): Promise<T | undefined> {
    const known = this.waiting.get(key);
    if (known) {
      return known.promise;
    }
    const entry = asked<T>();
    this.waiting.set(key, entry);
    this.schedule();

    return entry.promise;
  }

  private schedule(): void {
    if (this.isScheduled || this.running >= maxRunning || this.waiting.size === 0) {
      return;
    }
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      void this.run();
    });
  }

  private async run(): Promise<void> {
    const batch = this.take();
    this.running += 1;
    // More keys than one query takes, or asked for meanwhile, go out beside this one.
    this.schedule();
    try {
      const found = await this.loadMany([...batch.keys()]);
      batch.forEach(({ resolve }, key) => resolve(found.get(key)));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    } finally {
      this.running -= 1;
      this.schedule();
    }
  }

  private take(): Map<string, Asked<T>> {
    const batch = new Map<string, Asked<T>>();
    for (const [key, entry] of this.waiting) {
      if (batch.size === this.keysAtOnce) {
        break;
      }
      batch.set(key, entry);
      this.waiting.delete(key);
    }

    return batch;
  }
}
