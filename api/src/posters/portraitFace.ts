import { codeCard } from './codeCard';
import { printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { footLine } from './footLine';
import { pageSizes, readableSize } from './pageSizes';
import { placeBlock } from './placeBlock';
import { stepCards } from './stepCards';
import { centredBlock } from './textBlock';

const layoutVersion = 'P2';

/**
 * The upright face in a box of 210 × 297 mm, from top to bottom: what to do, the QR code with the code to type,
 * the place, how to do it, who answers for it. Title, QR code and name can be read from two metres.
 */
const pageWidth = 210;
const margin = 14;
const column = { x: margin, width: pageWidth - 2 * margin };
const band: Box = { x: 0, y: 0, width: pageWidth, height: 98 };
const title: Box = { ...column, y: 7, height: 23 };
const subtitle: Box = { ...column, y: 31, height: 9 };
const card: Box = { x: 33, y: 46, width: 144, height: 156 };
const place: Box = { ...column, y: 206, height: 42 };
const steps: Box = { ...column, y: 252, height: 27 };
const foot: Box = { ...column, y: 283, height: 6 };

/** Still readable on the smallest paper that the face is printed on. */
const leastSize = readableSize / pageSizes.a5.faces[0].scale;

export function portraitFace(content: PosterContent, theme: PosterTheme): Mark[] {
  return [
    { kind: 'rect', ...band, fill: theme.brand },
    ...heading(content, theme),
    ...codeCard(content, card, theme, leastSize),
    ...placeBlock(content, place, theme, {
      minSize: leastSize,
      align: 'middle',
      nameLines: 3,
      addressLines: 4,
    }),
    ...stepCards(content.steps, steps, theme, leastSize),
    ...footLine(content, foot, theme, layoutVersion, leastSize),
  ];
}

function heading(content: PosterContent, theme: PosterTheme): Mark[] {
  const style = { fill: theme.onBrand, align: 'middle' } as const;
  const large = { ...style, weight: 'bold', size: 18.4, minSize: 6, tracking: 0.08 } as const;
  const small = { ...style, weight: 'regular', size: 6.6, minSize: leastSize, tracking: 0.06 } as const;

  return [
    ...centredBlock(printable(content.title), title, large),
    ...centredBlock(printable(content.subtitle), subtitle, small),
  ];
}
