import { readStored, removeStored, writeStored } from '../storage';
import type { Dropped, LatePassage } from './latePassage';

/**
 * What the phones hold under one key is bounded: 200 kB by Alipay, 1 MB by WeChat (and 10 MB in all). A passage is some 400
 * bytes, and never more than 1,400.
 */
export const pageLength = 100;

/** A passage stays on its page until it is settled: what is written is always one page, whole. */
export interface Page {
  number: number;
  items: LatePassage[];
}

/** What is kept beside the pages. */
export interface Head {
  /** From the version that had no pages: nothing is added any more. */
  waiting: LatePassage[];
  dropped: Dropped[];
  /** Pages are looked for from `first` to before `end`; some in between, or all, may be gone. */
  first: number;
  end: number;
}

export function readHead(): Head {
  return { waiting: [], dropped: [], first: 0, end: 0, ...readStored<Partial<Head>>('staffQueue') };
}

/** @returns false when the phone did not keep it */
export function writeHead(head: Head): boolean {
  return writeStored('staffQueue', head);
}

/** Those that hold something, oldest first. */
export function readPages({ first, end }: Head): Page[] {
  const numbers = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  const pages = numbers.map((number) => ({
    number,
    items: readStored<LatePassage[]>(`staffQueue.${number}`) ?? [],
  }));

  return pages.filter(({ items }) => items.length > 0);
}

/** Writes a page, or takes an empty one away. @returns false when the phone did not keep it */
export function writePage({ number, items }: Page): boolean {
  if (items.length > 0) {
    return writeStored(`staffQueue.${number}`, items);
  }
  removeStored(`staffQueue.${number}`);

  return true;
}
