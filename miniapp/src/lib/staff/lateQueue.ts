import { createStore, type ReadableStore } from '../store';
import { pageLength, readHead, readPages, writeHead, writePage, type Head, type Page } from './latePages';
import type { Dropped, LatePassage } from './latePassage';

interface Queue {
  waiting: LatePassage[];
  dropped: Dropped[];
}

/** A day without network at a busy door, some 2 MB of the 10 that a mini-program may keep. */
export const mostWaiting = 5_000;
/** From here on the guard is warned. */
export const nearlyFullFrom = 4_500;
/** Of those that were not taken; older ones are forgotten. */
export const mostDropped = 300;

let head = readHead();
/** None of them is empty. */
let pages = readPages(head);

function queueOf(): Queue {
  return {
    waiting: [...head.waiting, ...pages.flatMap(({ items }) => items)],
    dropped: head.dropped,
  };
}

const store = createStore<Queue>(queueOf());

/** What waits on this phone to be uploaded, oldest first. */
export const lateQueue: ReadableStore<Queue> = store;

/** Takes over what was written. */
function change(parts: { head?: Head; pages?: Page[] }): void {
  head = parts.head ?? head;
  pages = parts.pages ?? pages;
  store.set(queueOf());
}

/**
 * The page for the next passage. The head tells of a new one before it is there, so that it is found after a kill.
 * @returns undefined when the phone keeps nothing any more
 */
function pageToFill(): Page | undefined {
  const last = pages[pages.length - 1];
  if (last && last.items.length < pageLength) {
    return last;
  }
  const { end: number } = head;
  const next = { ...head, first: pages[0]?.number ?? number, end: number + 1 };
  if (!writeHead(next)) {
    return undefined;
  }
  head = next;

  return { number, items: [] };
}

/** @returns whether it is kept: when too many wait, or the storage is full, nothing is */
export function keepLate(passage: LatePassage): boolean {
  const page = store.get().waiting.length < mostWaiting ? pageToFill() : undefined;
  if (!page) {
    return false;
  }
  const filled = { ...page, items: [...page.items, passage] };
  if (!writePage(filled)) {
    return false;
  }
  change({ pages: [...pages.filter((each) => each !== page), filled] });

  return true;
}

/** What was measured or told later, as long as it waits. */
export function amendLate(id: string, parts: Partial<Omit<LatePassage, 'id' | 'owner'>>): void {
  const amended = (items: LatePassage[]) =>
    items.map((each) => (each.id === id ? { ...each, ...parts } : each));
  const page = pages.find(({ items }) => items.some((each) => each.id === id));
  if (page) {
    const next = { ...page, items: amended(page.items) };
    writePage(next);
    change({ pages: pages.map((each) => (each === page ? next : each)) });
  } else {
    const next = { ...head, waiting: amended(head.waiting) };
    writeHead(next);
    change({ head: next });
  }
}

export function isWaiting(id: string): boolean {
  return store.get().waiting.some((each) => each.id === id);
}

function withRefused(dropped: readonly Dropped[], refused: readonly Dropped[]): Dropped[] {
  const known = new Set(dropped.map(({ id }) => id));

  return [...dropped, ...refused.filter(({ id }) => !known.has(id))].slice(-mostDropped);
}

/** @returns the page itself when none of its passages is settled */
function withoutSettled(page: Page, settled: ReadonlySet<string>): Page {
  const items = page.items.filter(({ id }) => !settled.has(id));

  return items.length === page.items.length ? page : { ...page, items };
}

/**
 * Ends the waiting of passages, and keeps what is to be told of those that were not taken. That is written first: after a
 * kill in between a passage goes once more, under its id.
 */
export function settleLate(ids: readonly string[], refused: readonly Dropped[]): void {
  const settled = new Set(ids);
  const waiting = head.waiting.filter(({ id }) => !settled.has(id));
  const next = { ...head, waiting, dropped: withRefused(head.dropped, refused) };
  if (refused.length > 0 || waiting.length < head.waiting.length) {
    writeHead(next);
  }
  const rest = pages.map((page) => withoutSettled(page, settled));
  rest.filter((page) => !pages.includes(page)).forEach(writePage);
  change({ head: next, pages: rest.filter(({ items }) => items.length > 0) });
}

export function dismissDropped(): void {
  const next = { ...head, dropped: [] };
  writeHead(next);
  change({ head: next });
}
