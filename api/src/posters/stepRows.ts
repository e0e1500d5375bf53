import { printable } from './content';
import type { PosterStep, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { stepBadge } from './stepBadge';
import { centredBlock, textBlock } from './textBlock';
import type { TextStyle } from './textBlock';

const rowHeightMax = 14;
const badgeRadius = 3;
const textLeft = 2 * badgeRadius + 3;
/** Share of a row's width that its title may take. */
const titleShare = 0.34;

interface Row {
  step: PosterStep;
  number: number;
  box: Box;
  title: Box;
  lines: Box;
}

/** The ways to scan, one below the other, what to do beside number and title; all lines share one size. */
export function stepRows(
  steps: readonly PosterStep[],
  area: Box,
  theme: PosterTheme,
  minSize: number,
): Mark[] {
  const rows = rowsOf(steps, area);
  const style: TextStyle = { weight: 'regular', fill: theme.ink, size: 4, minSize, maxLines: 3 };
  const sizes = rows.map(({ step, lines }) => textBlock(wordsOf(step), lines, style).size);
  const common = { ...style, size: Math.min(style.size, ...sizes) };

  return rows.flatMap((row) => [
    ...rowHead(row, theme, minSize),
    ...centredBlock(wordsOf(row.step), row.lines, common),
  ]);
}

function wordsOf({ lines }: PosterStep): string {
  return printable(lines.join('，'));
}

function rowsOf(steps: readonly PosterStep[], area: Box): Row[] {
  const height = Math.min(rowHeightMax, area.height / Math.max(1, steps.length));
  const titleWidth = (area.width - textLeft) * titleShare;

  return steps.map((step, i) => {
    const box = { ...area, y: area.y + i * height, height };
    const title = { ...box, x: box.x + textLeft, width: titleWidth - 2 };
    const lines = { ...box, x: title.x + titleWidth, width: area.width - textLeft - titleWidth };

    return { step, number: i + 1, box, title, lines };
  });
}

function rowHead({ step, number, box, title }: Row, theme: PosterTheme, minSize: number): Mark[] {
  const centre = { x: box.x + badgeRadius, y: box.y + box.height / 2 };
  const style = { weight: 'bold', fill: theme.brand, size: 4.4, minSize, maxLines: 2 } as const;

  return [
    ...stepBadge(number, centre, badgeRadius, theme, minSize),
    ...centredBlock(printable(step.title), title, style),
  ];
}
