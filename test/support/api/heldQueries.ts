/** A query that was sent and waits for its answer. */
interface Held<T> {
  keys: string[];
  answer(found: ReadonlyMap<string, T>): void;
  fail(error: unknown): void;
}

/** A database whose answers wait for the test. */
export class HeldQueries<T> {
  /** Sent and not answered yet, oldest first. */
  readonly open: Held<T>[] = [];

  /** The keys of every query that was sent. */
  readonly sent: string[][] = [];

  readonly load = (keys: string[]): Promise<ReadonlyMap<string, T>> =>
    new Promise((answer, fail) => {
      this.sent.push(keys);
      this.open.push({ keys, answer, fail });
    });

  /** Answers the oldest with what `valueOf` says of each key; undefined is a row that does not exist. */
  answer(valueOf: (key: string) => T | undefined): void {
    const query = this.take();
    const rows = query.keys.flatMap((key) => {
      const value = valueOf(key);

      return value === undefined ? [] : [[key, value] as const];
    });
    query.answer(new Map(rows));
  }

  fail(error: Error): void {
    this.take().fail(error);
  }

  private take(): Held<T> {
    const query = this.open.shift();
    if (!query) {
      throw new Error('no query is waiting');
    }

    return query;
  }
}

/** Lets everything run that does not wait for the test. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await new Promise((done) => setImmediate(done));
  }
}
