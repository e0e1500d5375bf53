import type { Font } from 'fontkit';

import { BoundedCache } from './boundedCache';
import { ellipses, runs, wideCharacter } from './characters';
import type { Align, TextMark } from './drawing';
import { fontOf } from './fonts';
import type { FontWeight } from './fonts';

/** By weight and text. Bounded: a province has more names than a process needs at once. */
const runWidths = new BoundedCache<number>(20_000);

/**
 * Width in em as the renderers set it: real advances of the font, with kerning between Latin letters. An ellipsis
 * counts as wide as it can be.
 * @param tracking em added behind every character but the last
 */
export function textWidth(text: string, weight: FontWeight, tracking = 0): number {
  const parts = text.match(runs) ?? [];
  const advances = parts.reduce((sum, part) => sum + runWidth(part, weight), 0);

  return advances + tracking * Math.max(0, characterCount(text) - 1);
}

const anchors: Record<Align, number> = { start: 0, middle: 0.5, end: 1 };

/** mm that a line of text takes. */
export function widthOf({ text, weight, size, tracking }: TextMark): number {
  return textWidth(text, weight, tracking / size) * size;
}

/** Where a line of text begins; mm. */
export function startOf(mark: TextMark): number {
  return mark.x - widthOf(mark) * anchors[mark.align];
}

export function characterCount(text: string): number {
  return [...text].length;
}

function runWidth(run: string, weight: FontWeight): number {
  return runWidths.get(`${weight} ${run}`, () => measure(run, weight));
}

function measure(run: string, weight: FontWeight): number {
  const font = fontOf(weight);

  return advanceOf(run, font) / font.unitsPerEm;
}

function advanceOf(run: string, font: Font): number {
  if (ellipses.test(run)) {
    return font.layout(`n${run}`).glyphs.at(-1)?.advanceWidth ?? 0;
  }
  const isSingle = wideCharacter.test(run) && characterCount(run) === 1;

  return isSingle
    ? font.glyphForCodePoint(run.codePointAt(0) ?? 0).advanceWidth
    : font.layout(run).advanceWidth;
}
