import { TextDecoder, TextEncoder } from 'node:util';

/** Wide enough for tables; a test about phones says so with `narrowScreen`. */
let isNarrow = false;

export function narrowScreen(narrow: boolean): void {
  isNarrow = narrow;
}

function matchMedia(query: string): MediaQueryList {
  return {
    matches: isNarrow && query.includes('max-width'),
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  };
}

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** The router wraps each navigation in one; nothing here reads more of it. */
class PlainRequest {
  readonly method: string;
  readonly signal: AbortSignal | null;

  constructor(
    readonly url: string,
    { method = 'GET', signal = null }: RequestInit = {},
  ) {
    this.method = method;
    this.signal = signal;
  }
}

/** Node's own keeps the test run alive. A message arrives in a later task, as in a browser. */
class LaterChannel {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: () => setTimeout(() => this.port1.onmessage?.(), 0) };
}

/** What browsers have and jsdom lacks. Imported before anything of the admin site. */
Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  ResizeObserver: StillObserver,
  Request: PlainRequest,
  MessageChannel: LaterChannel,
});
Object.assign(window, {
  matchMedia,
  scrollTo: () => undefined,
  // Working out antd's style sheets takes jsdom seconds; what is hidden here is hidden by inline styles.
  getComputedStyle: (element: HTMLElement) => element.style,
});
Object.assign(Element.prototype, { scrollIntoView: () => undefined });
