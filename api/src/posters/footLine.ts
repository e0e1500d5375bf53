import { posterLabels, printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { centredBlock } from './textBlock';

const gap = 4;
/** Share of the line that belongs to brand and hotline. */
const split = 0.6;

/** Who answers for the poster, and which one it is. @param layout names the drawing, so that a photo tells it */
export function footLine(
  content: PosterContent,
  foot: Box,
  theme: PosterTheme,
  layout: string,
  minSize: number,
): Mark[] {
  const labels = { ...posterLabels, ...content.labels };
  const since = content.validFrom ? [`${labels.validFrom} ${content.validFrom}`] : [];
  const details = [...since, `${labels.serial} ${content.serial}`, `${labels.layout} ${layout}`];
  const left: Box = { ...foot, width: foot.width * split };
  const right: Box = { ...foot, x: left.x + left.width + gap, width: foot.width - left.width - gap };
  const style = { weight: 'regular', fill: theme.soft, minSize } as const;

  return [
    ...centredBlock(printable(content.footer), left, { ...style, size: 4.2 }),
    ...centredBlock(printable(details.join(' · ')), right, { ...style, size: 3.4, align: 'end' }),
  ];
}
