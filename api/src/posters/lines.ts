import type { BreakQuality, Chunk } from './chunks';

/** What a break costs beside the unevenness it causes: 0.1 is a line a third shorter than the others. */
const breakCosts: Record<BreakQuality, number> = { natural: 0, word: 0.1, inside: 0.35 };

/** Sums of the same widths in another order differ by less. */
const rounding = 1e-6;

export interface Setting {
  lines: string[];
  /** 0 for equal lines broken at natural places. */
  cost: number;
}

interface Ending {
  cost: number;
  /** Index of the first chunk of the last line. */
  start: number;
}

/** The fewest lines of at most `width` em; Infinity when a chunk alone is wider. */
export function lineCount(chunks: readonly Chunk[], width: number): number {
  let lines = 0;
  let used = Number.POSITIVE_INFINITY;
  for (const chunk of chunks) {
    if (chunk.width > width + rounding) {
      return Number.POSITIVE_INFINITY;
    }
    const extended = used + chunk.spaceBefore + chunk.width;
    const isNewLine = extended > width + rounding;
    lines += isNewLine ? 1 : 0;
    used = isNewLine ? chunk.width : extended;
  }

  return lines;
}

/**
 * Breaks into `count` lines of at most `width` em, as even as they can be and at good places:
 * the least total cost over all ways to break, by dynamic programming (after Knuth and Plass 1981).
 * @returns undefined when there is no such way
 */
export function evenLines(chunks: readonly Chunk[], width: number, count: number): Setting | undefined {
  const even = widthOf(chunks, 0, chunks.length) / count;
  let endings: (Ending | undefined)[] = [{ cost: 0, start: 0 }];
  const rounds: (Ending | undefined)[][] = [];
  for (let line = 0; line < count; line++) {
    endings = nextEndings(chunks, endings, width, even);
    rounds.push(endings);
  }

  const lines = collected(chunks, rounds);

  return lines && { lines, cost: endings[chunks.length]?.cost ?? 0 };
}

/** For every chunk count, the cheapest way to end one more line there. */
function nextEndings(
  chunks: readonly Chunk[],
  before: (Ending | undefined)[],
  width: number,
  even: number,
): (Ending | undefined)[] {
  return Array.from({ length: chunks.length + 1 }, (_, end) => {
    let best: Ending | undefined;
    let used = 0;
    for (let start = end - 1; start >= 0; start--) {
      used += (chunks[start]?.width ?? 0) + (start + 1 < end ? (chunks[start + 1]?.spaceBefore ?? 0) : 0);
      if (used > width + rounding) {
        break;
      }
      const earlier = before[start];
      const cost = (earlier?.cost ?? Number.POSITIVE_INFINITY) + lineCost(chunks, start, used, even);
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) {
        best = { cost, start };
      }
    }

    return best;
  });
}

function lineCost(chunks: readonly Chunk[], start: number, used: number, even: number): number {
  const unevenness = ((even - used) / even) ** 2;

  return unevenness + (start > 0 ? breakCosts[chunks[start]?.breakBefore ?? 'inside'] : 0);
}

function collected(chunks: readonly Chunk[], rounds: (Ending | undefined)[][]): string[] | undefined {
  const lines: string[] = [];
  let end = chunks.length;
  for (const endings of rounds.toReversed()) {
    const ending = endings[end];
    if (ending === undefined) {
      return undefined;
    }
    lines.unshift(textOf(chunks.slice(ending.start, end)));
    end = ending.start;
  }

  return end === 0 ? lines : undefined;
}

export function textOf(chunks: readonly Chunk[]): string {
  return chunks.map(({ text, spaceBefore }, i) => (i > 0 && spaceBefore > 0 ? ` ${text}` : text)).join('');
}

function widthOf(chunks: readonly Chunk[], start: number, end: number): number {
  return chunks
    .slice(start, end)
    .reduce((sum, { width, spaceBefore }, i) => sum + width + (i > 0 ? spaceBefore : 0), 0);
}
