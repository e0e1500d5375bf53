import type { Align, Box, TextMark } from './drawing';
import { fitText } from './fitText';
import type { FontWeight } from './fonts';

export interface TextStyle {
  weight: FontWeight;
  fill: string;
  size: number;
  minSize: number;
  align?: Align;
  maxLines?: number;
  /** em. */
  tracking?: number;
}

/** Fitted lines, stacked from the top of their box. */
export interface TextBlock {
  marks: TextMark[];
  /** mm that the lines take. */
  height: number;
  /** Font size in mm. */
  size: number;
}

/**
 * The baseline below the top of its line, in line heights: the middle of an ideograph, whose square reaches
 * from 0.88 em above the baseline to 0.12 em below, then lies in the middle of the line.
 */
const baselineAt = 0.804;
const anchors: Record<Align, number> = { start: 0, middle: 0.5, end: 1 };

/** Sets a text into a box, from its top. */
export function textBlock(text: string, box: Box, style: TextStyle): TextBlock {
  const { weight, fill, align = 'start', tracking = 0, maxLines = 1, size, minSize } = style;
  const { width, height } = box;
  const fitted = fitText(text, { weight, width, height, size, minSize, maxLines, tracking });
  const marks = fitted.lines.map((line, i): TextMark => {
    const top = box.y + i * fitted.lineHeight;
    const shift = align === 'middle' ? blankShift(line) * fitted.size : 0;

    return {
      kind: 'text',
      text: line,
      x: box.x + width * anchors[align] + shift,
      y: top + fitted.lineHeight * baselineAt,
      size: fitted.size,
      weight,
      fill,
      align,
      tracking: tracking * fitted.size,
      box,
    };
  });

  return { marks, height: fitted.lines.length * fitted.lineHeight, size: fitted.size };
}

/** Sets a text into the middle of a box's height. */
export function centredBlock(text: string, box: Box, style: TextStyle): TextMark[] {
  const block = textBlock(text, box, style);

  return movedDown(block.marks, (box.height - block.height) / 2);
}

/** Moves the lines, not their box. */
export function movedDown(marks: readonly TextMark[], by: number): TextMark[] {
  return marks.map((mark) => ({ ...mark, y: mark.y + by }));
}

/** Full-width marks are half blank. A centred line looks centred when that blank does not count; em. */
function blankShift(line: string): number {
  const before = /^[（《【「『〔]/u.test(line) ? -0.25 : 0;
  const behind = /[）》】」』〕，。、；：！？]$/u.test(line) ? 0.25 : 0;

  return before + behind;
}
