import { codeCard } from './codeCard';
import { printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { footLine } from './footLine';
import { readableSize } from './pageSizes';
import { placeBlock } from './placeBlock';
import { stepRows } from './stepRows';
import { centredBlock } from './textBlock';

const layoutVersion = 'L1';

/**
 * The lying face in a box of 210 × 148.5 mm: the QR code with the code to type on the left, beside it what to do,
 * the place and how to do it. The top stays white, since that is where the paper is folded.
 */
const pageWidth = 210;
const margin = 12;
const band: Box = { x: 0, y: 6, width: pageWidth, height: 44 };
const card: Box = { x: margin, y: 12, width: 104, height: 124 };
const right = { x: 124, width: pageWidth - 124 - margin };
const title: Box = { ...right, y: 13, height: 20 };
const subtitle: Box = { ...right, y: 35, height: 8 };
const place: Box = { ...right, y: 54, height: 46 };
const steps: Box = { ...right, y: 102, height: 34 };
const foot: Box = { x: margin, y: 139, width: pageWidth - 2 * margin, height: 5 };

export function landscapeFace(content: PosterContent, theme: PosterTheme): Mark[] {
  return [
    { kind: 'rect', ...band, fill: theme.brand },
    ...heading(content, theme),
    ...codeCard(content, card, theme, readableSize),
    ...placeBlock(content, place, theme, {
      minSize: readableSize,
      align: 'start',
      nameLines: 4,
      addressLines: 6,
    }),
    ...stepRows(content.steps, steps, theme, readableSize),
    ...footLine(content, foot, theme, layoutVersion, readableSize),
  ];
}

function heading(content: PosterContent, theme: PosterTheme): Mark[] {
  const style = { fill: theme.onBrand, align: 'start' } as const;
  const large = { ...style, weight: 'bold', size: 14, minSize: 5, tracking: 0.04 } as const;
  const small = { ...style, weight: 'regular', size: 5, minSize: readableSize } as const;

  return [
    ...centredBlock(printable(content.title), title, large),
    ...centredBlock(printable(content.subtitle), subtitle, small),
  ];
}
