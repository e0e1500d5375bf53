import { BoundedCache } from './boundedCache';
import { characterChunks, chunksOf } from './chunks';
import type { Chunk } from './chunks';
import type { FontWeight } from './fonts';
import { evenLines, lineCount } from './lines';
import { textWidth } from './textWidth';

/** What a text must fit into; millimetres. */
export interface Fitting {
  weight: FontWeight;
  width: number;
  height: number;
  /** The size wished for. */
  size: number;
  /** Below it the text is cut instead, with an ellipsis. */
  minSize: number;
  maxLines: number;
  /** em added between characters; only for a single line. */
  tracking: number;
}

export interface FittedText {
  lines: string[];
  /** Font size in mm. */
  size: number;
  /** From baseline to baseline in mm. */
  lineHeight: number;
}

/** Line distance in em: room for descenders and accents. */
const leading = 1.25;
/** One more line must make the letters this much larger to be worth it. */
const worthALine = 1.1;
/** mm: finer differences of size are not seen. */
const sizeStep = 0.05;
/** A little smaller than possible leaves a choice of places to break, and costs this much for each size given up. */
const reliefs = [1, 0.97, 0.94, 0.91, 0.88];
const reliefCost = 2.5;
const ellipsis = '…';
/** Most texts of a batch are on every page. */
const knownFits = new BoundedCache<FittedText>(2_000);

/**
 * Sets a text as large as it can be within its box: whole words first, then broken words, and only when even the
 * smallest size does not help, cut with an ellipsis. Never overflows.
 */
export function fitText(text: string, fitting: Fitting): FittedText {
  return text === ''
    ? fitted([], fitting.size)
    : knownFits.get(`${Object.values(fitting).join()} ${text}`, () => fit(text, fitting));
}

function fit(text: string, fitting: Fitting): FittedText {
  return (
    largest(chunksOf(text, fitting.weight), text, fitting) ??
    largest(characterChunks(text, fitting.weight), text, fitting) ??
    shortened(text, fitting)
  );
}

function fitted(lines: string[], size: number): FittedText {
  return { lines, size, lineHeight: size * leading };
}

function largest(chunks: readonly Chunk[], text: string, fitting: Fitting): FittedText | undefined {
  let best: FittedText | undefined;
  for (let count = 1; count <= fitting.maxLines; count++) {
    const size = sizeFor(chunks, text, count, fitting);
    if (size !== undefined && size > (best?.size ?? 0) * worthALine) {
      best = nicest(chunks, count, size, fitting) ?? best;
    }
  }

  return best;
}

/** The largest size at which `count` lines are enough. */
function sizeFor(
  chunks: readonly Chunk[],
  text: string,
  count: number,
  fitting: Fitting,
): number | undefined {
  const { width, weight, tracking, minSize } = fitting;
  const fits = (size: number) =>
    lineCount(chunks, width / size) <= count &&
    (tracking === 0 || textWidth(text, weight, tracking) * size <= width);
  const most = Math.min(fitting.size, fitting.height / (count * leading));
  if (most < minSize || !fits(minSize)) {
    return undefined;
  }
  if (fits(most)) {
    return most;
  }
  let [good, bad] = [minSize, most];
  while (bad - good > sizeStep) {
    const middle = (good + bad) / 2;
    [good, bad] = fits(middle) ? [middle, bad] : [good, middle];
  }

  return good;
}

/** At this size or a little below, the setting with the best breaks for its size. */
function nicest(
  chunks: readonly Chunk[],
  count: number,
  most: number,
  { width, minSize }: Fitting,
): FittedText | undefined {
  let best: { text: FittedText; cost: number } | undefined;
  for (const relief of count === 1 ? [1] : reliefs) {
    const size = Math.max(minSize, most * relief);
    const setting = evenLines(chunks, width / size, count);
    const cost = (setting?.cost ?? 0) + reliefCost * (1 - relief);
    if (setting && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) {
      best = { text: fitted(setting.lines, size), cost };
    }
  }

  return best?.text;
}

function shortened(
  text: string,
  { minSize, weight, width, height, maxLines, tracking }: Fitting,
): FittedText {
  const count = Math.max(1, Math.min(maxLines, Math.floor(height / (minSize * leading))));
  const room = width / minSize / (1 + tracking);
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 0; kept--) {
    const chunks = characterChunks(characters.slice(0, kept).join('').trimEnd() + ellipsis, weight);
    const setting = lineCount(chunks, room) <= count ? evenLines(chunks, room, count) : undefined;
    if (setting) {
      return fitted(setting.lines, minSize);
    }
  }

  return fitted([ellipsis], minSize);
}
