import { addGlobalErrorListener } from 'glass-easel';

type Listener = (message: string) => void;

const listeners = new Set<Listener>();

export function describe(cause: unknown): string {
  if (cause instanceof Error) {
    return cause.stack ?? `${cause.name}: ${cause.message}`;
  }

  return typeof cause === 'object' ? JSON.stringify(cause) : String(cause);
}

/** Makes a fault of the app, or a gap of this phone, visible to the test. */
export function report(cause: unknown): void {
  const message = describe(cause);
  void window.tellNode('error', message);
  listeners.forEach((listener) => listener(message));
}

/** For App.onError and wx.onError. */
export function onReport(listener: Listener): void {
  listeners.add(listener);
}

/** glass-easel catches what event handlers throw; the browser tells of everything else. */
export function watchErrors(): void {
  addGlobalErrorListener((error) => {
    report(error);

    return false;
  });
  window.addEventListener('error', (event) => report(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
}
