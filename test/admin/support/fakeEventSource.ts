type Listener = (event: { data: string }) => void;

/** Streams that the page opened, oldest first; a test speaks for the server. */
export class FakeEventSource {
  static opened: FakeEventSource[] = [];

  onerror: (() => void) | undefined;

  isClosed = false;

  private readonly listeners = new Map<string, Listener[]>();

  constructor(readonly url: string) {
    FakeEventSource.opened.push(this);
  }

  static install(): void {
    FakeEventSource.opened = [];
    Object.assign(globalThis, { EventSource: FakeEventSource });
  }

  /** The stream that was opened last. */
  static get last(): FakeEventSource {
    const last = FakeEventSource.opened.at(-1);
    if (!last) {
      throw new Error('no stream was opened');
    }

    return last;
  }

  addEventListener(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  close(): void {
    this.isClosed = true;
  }

  say(event: string, data: unknown): void {
    if (!this.isClosed) {
      this.listeners.get(event)?.forEach((listener) => listener({ data: JSON.stringify(data) }));
    }
  }
}
