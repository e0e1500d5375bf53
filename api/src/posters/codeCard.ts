import { posterLabels, printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark, TextMark } from './drawing';
import { centredBlock } from './textBlock';
import { widthOf } from './textWidth';

const padding = 6;
const typedHeight = 14;
/** From the quiet zone to the corners around it. */
const cornerGap = 1;
const cornerArm = 14;
const labelGap = 5;

/** The QR code, as wide as the card allows, and below it the code to type where a camera fails. */
export function codeCard(content: PosterContent, card: Box, theme: PosterTheme, minSize: number): Mark[] {
  const labels = { ...posterLabels, ...content.labels };
  const side = card.width - 2 * padding;
  const symbol = { x: card.x + padding, y: card.y + padding, width: side, height: side };
  const typed = {
    x: symbol.x,
    y: symbol.y + side + (card.height - padding - side - typedHeight) / 2,
    width: side,
    height: typedHeight,
  };

  return [
    { kind: 'rect', ...card, fill: '#ffffff', radius: 8, stroke: theme.line, strokeWidth: 0.5 },
    { kind: 'qr', text: content.link, x: symbol.x, y: symbol.y, side },
    ...finderCorners(symbol, theme.brand),
    ...typedCode(printable(labels.shortCode), printable(content.shortCode), typed, theme, minSize),
  ];
}

/** Four corners that say 'point the camera here'; they leave the quiet zone white. */
function finderCorners({ x, y, width, height }: Box, stroke: string): Mark[] {
  const [left, top] = [x - cornerGap, y - cornerGap];
  const [right, bottom] = [x + width + cornerGap, y + height + cornerGap];
  const corners = [
    [left, top, 1, 1],
    [right, top, -1, 1],
    [left, bottom, 1, -1],
    [right, bottom, -1, -1],
  ] as const;

  return corners.map(([cornerX, cornerY, inwards, downwards]) => ({
    kind: 'stroke',
    path:
      `M${cornerX} ${cornerY + downwards * cornerArm}` +
      `L${cornerX} ${cornerY}L${cornerX + inwards * cornerArm} ${cornerY}`,
    stroke,
    strokeWidth: 1.6,
  }));
}

/** Label and code beside each other, centred as one. */
function typedCode(label: string, code: string, area: Box, theme: PosterTheme, minSize: number): TextMark[] {
  const labelMarks = centredBlock(
    label,
    { ...area, width: area.width * 0.35 },
    { weight: 'regular', fill: theme.soft, size: 5.4, minSize },
  );
  const codeMarks = centredBlock(
    code,
    { ...area, width: area.width * 0.65 - labelGap },
    { weight: 'bold', fill: theme.ink, size: 10, minSize: 4, tracking: 0.06 },
  );
  const labelWidth = widestOf(labelMarks);
  const left = area.x + (area.width - labelWidth - labelGap - widestOf(codeMarks)) / 2;

  return [...startingAt(labelMarks, left), ...startingAt(codeMarks, left + labelWidth + labelGap)];
}

function widestOf(marks: readonly TextMark[]): number {
  return Math.max(0, ...marks.map(widthOf));
}

function startingAt(marks: readonly TextMark[], x: number): TextMark[] {
  return marks.map((mark) => ({ ...mark, x, box: { ...mark.box, x } }));
}
