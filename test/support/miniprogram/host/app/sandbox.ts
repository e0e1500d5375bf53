/**
 * Names of the browser that a mini-program's logic layer does not have. The app's code sees them as undefined, so that a
 * program that would fail on a phone fails here.
 */
export const absentNames = [
  'window',
  'document',
  'self',
  'top',
  'parent',
  'frames',
  'navigator',
  'location',
  'history',
  'screen',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'crypto',
  'atob',
  'btoa',
  'structuredClone',
  'queueMicrotask',
  'performance',
  'MessageChannel',
  'BroadcastChannel',
  'Worker',
  'Image',
  'Audio',
  'Event',
  'CustomEvent',
  'EventTarget',
  'HTMLElement',
  'Element',
  'Node',
  'getComputedStyle',
  'matchMedia',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'alert',
  'confirm',
  'prompt',
  'open',
  'close',
];

/** `globalThis` and `global` of the app: the language without the browser. */
export function makeGlobals(): Record<string, unknown> {
  const language = Object.getOwnPropertyNames(window).filter((name) =>
    /^([A-Z]|parse|is|decode|encode)/.test(name),
  );
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'];
  const kept = [...language, ...timers].filter(
    (name) => !absentNames.includes(name) && !/^(HTML|SVG|CSS)/.test(name),
  );

  return Object.fromEntries(kept.map((name) => [name, window[name as keyof Window]]));
}
