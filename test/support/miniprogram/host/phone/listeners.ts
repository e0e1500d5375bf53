type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

function of(event: string): Set<Listener> {
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known);

  return known;
}

/** `wx.onAppShow(listener)` listens to `AppShow`. */
export function listen(event: string, listener: Listener): void {
  of(event).add(listener);
}

/** Without a listener, all of them go. */
export function ignore(event: string, listener?: Listener): void {
  if (listener) {
    of(event).delete(listener);
  } else {
    of(event).clear();
  }
}

export function tell(event: string, payload: unknown): void {
  [...of(event)].forEach((listener) => listener(payload));
}
