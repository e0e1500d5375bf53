/** Remembers what was made for a key, up to a number of entries; then it starts anew. */
export class BoundedCache<Value> {
  private readonly entries = new Map<string, Value>();

  constructor(private readonly max: number) {}

  /** The value of a key, made at first use. */
  get(key: string, make: () => Value): Value {
    const known = this.entries.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.entries.size >= this.max) {
      this.entries.clear();
    }
    const value = make();
    this.entries.set(key, value);

    return value;
  }
}
