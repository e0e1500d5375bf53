import { printable } from './content';
import type { PosterStep, PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { stepBadge } from './stepBadge';
import { centredBlock, textBlock } from './textBlock';
import type { TextStyle } from './textBlock';

const gap = 6;
const padding = 5;
const badgeRadius = 4.6;
const textLeft = padding + 2 * badgeRadius + 4;
const titleHeight = 8.5;
const lineHeightMax = 6.4;
const cardWidthMax = 110;

interface StepArea {
  step: PosterStep;
  number: number;
  card: Box;
  title: Box;
  lines: { text: string; box: Box }[];
}

/** The ways to scan side by side, number and title above what to do; all lines share one size. */
export function stepCards(
  steps: readonly PosterStep[],
  area: Box,
  theme: PosterTheme,
  minSize: number,
): Mark[] {
  const areas = stepAreas(steps, area);
  const style: TextStyle = { weight: 'regular', fill: theme.ink, size: 4.8, minSize };
  const lines = areas.flatMap((stepArea) => stepArea.lines);
  const sizes = lines.map(({ text, box }) => textBlock(text, box, style).size);
  const common = { ...style, size: Math.min(style.size, ...sizes) };

  return [
    ...areas.flatMap((stepArea) => stepHead(stepArea, theme, minSize)),
    ...lines.flatMap(({ text, box }) => centredBlock(text, box, common)),
  ];
}

function stepAreas(steps: readonly PosterStep[], area: Box): StepArea[] {
  const gaps = gap * (steps.length - 1);
  const width = Math.min(cardWidthMax, (area.width - gaps) / steps.length);
  const left = area.x + (area.width - gaps - width * steps.length) / 2;

  return steps.map((step, i) => stepArea(step, i + 1, { ...area, x: left + i * (width + gap), width }));
}

function stepArea(step: PosterStep, number: number, card: Box): StepArea {
  const count = step.lines.length;
  const height = Math.min(lineHeightMax, (card.height - titleHeight - 4) / Math.max(1, count));
  const title: Box = {
    x: card.x + textLeft,
    y: card.y + (card.height - titleHeight - height * count) / 2,
    width: card.width - textLeft - padding,
    height: titleHeight,
  };
  const lines = step.lines.map((line, i) => ({
    text: printable(line),
    box: {
      x: card.x + padding,
      y: title.y + titleHeight + i * height,
      width: card.width - 2 * padding,
      height,
    },
  }));

  return { step, number, card, title, lines };
}

function stepHead({ step, number, card, title }: StepArea, theme: PosterTheme, minSize: number): Mark[] {
  const centre = { x: card.x + padding + badgeRadius, y: title.y + titleHeight / 2 };
  const style = { weight: 'bold', fill: theme.brand, size: 6.2, minSize } as const;

  return [
    { kind: 'rect', ...card, fill: theme.tint, radius: 4 },
    ...stepBadge(number, centre, badgeRadius, theme, minSize),
    ...centredBlock(printable(step.title), title, style),
  ];
}
