type Close = () => unknown;

/** What a test has opened, closed the other way round. */
export class Belongings {
  private readonly closing: Close[] = [];

  add(close: Close): void {
    this.closing.unshift(close);
  }

  /** What fails does not keep the others open. @throws the first fault */
  async close(): Promise<void> {
    const faults: unknown[] = [];
    for (const close of this.closing.splice(0)) {
      try {
        await close();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) {
      throw faults[0];
    }
  }
}
