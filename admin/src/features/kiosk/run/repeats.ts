/** A gun that goes on reading the same picture means one person, ms. */
const sameMs = 2_000;
const kept = 50;

/** What was scanned a moment ago, so that one person does not count twice. */
export class Repeats {
  private text = '';
  private at = -Infinity;
  private readonly ids = new Map<string, string>();

  /** @param at ms */
  isSame(text: string, at: number): boolean {
    const isSame = text === this.text && at - this.at < sameMs;
    this.text = text;
    this.at = at;

    return isSame;
  }

  forget(): void {
    this.text = '';
  }

  /** Without network nobody else notices that a code is shown again: it stays the same passage. */
  idOf(key: string, made: string): string {
    const id = this.ids.get(key) ?? made;
    this.ids.set(key, id);
    const [oldest] = this.ids.keys();
    if (this.ids.size > kept && oldest !== undefined) {
      this.ids.delete(oldest);
    }

    return id;
  }
}
