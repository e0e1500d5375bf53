/** What a screen shows, for `useSyncExternalStore`. */
export class Shown<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: S) {}

  get now(): S {
    return this.state;
  }

  change(part: Partial<S>): void {
    this.state = { ...this.state, ...part };
    this.listeners.forEach((listener) => listener());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);

    return () => this.listeners.delete(listener);
  };

  readonly read = (): S => this.state;
}
