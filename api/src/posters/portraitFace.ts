import { codeCard } from './codeCard';
import { posterLabels, printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { placeBlock } from './placeBlock';
import { stepCards } from './stepCards';
import { centredBlock } from './textBlock';

/** Printed on every poster, so that a photo of one tells which drawing it is. */
export const layoutVersion = 'P1';

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
const footSplit = 0.6;

export function portraitFace(content: PosterContent, theme: PosterTheme): Mark[] {
  return [
    { kind: 'rect', ...band, fill: theme.brand },
    ...heading(content, theme),
    ...codeCard(content, card, theme),
    ...placeBlock(content, place, theme),
    ...stepCards(content.steps, steps, theme),
    ...footLine(content, theme),
  ];
}

function heading(content: PosterContent, theme: PosterTheme): Mark[] {
  const style = { fill: theme.onBrand, align: 'middle' } as const;
  const large = { ...style, weight: 'bold', size: 18.4, minSize: 6, tracking: 0.08 } as const;
  const small = { ...style, weight: 'regular', size: 6.6, minSize: 3, tracking: 0.06 } as const;

  return [
    ...centredBlock(printable(content.title), title, large),
    ...centredBlock(printable(content.subtitle), subtitle, small),
  ];
}

function footLine(content: PosterContent, theme: PosterTheme): Mark[] {
  const labels = { ...posterLabels, ...content.labels };
  const since = content.validFrom ? [`${labels.validFrom} ${content.validFrom}`] : [];
  const details = [...since, `${labels.serial} ${content.serial}`, `${labels.layout} ${layoutVersion}`];
  const left: Box = { ...foot, width: foot.width * footSplit };
  const right: Box = { ...foot, x: left.x + left.width + 4, width: foot.width - left.width - 4 };
  const style = { weight: 'regular', fill: theme.soft, minSize: 2.2 } as const;

  return [
    ...centredBlock(printable(content.footer), left, { ...style, size: 4.2 }),
    ...centredBlock(printable(details.join(' · ')), right, { ...style, size: 3.4, align: 'end' }),
  ];
}
