import { printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Align, Box, TextMark } from './drawing';
import { movedDown, textBlock } from './textBlock';
import type { TextBlock, TextStyle } from './textBlock';

const gap = 1.5;
/** Share of the height that the name may take. */
const nameShare = 0.72;
/** A long address makes the name give way down to this share. */
const nameShareLeast = 0.57;
const nameShareStep = 0.05;
/** mm: an address smaller than this asks the name to give way. */
const readable = 4;

export interface PlaceStyle {
  /** mm. */
  minSize: number;
  align: Align;
  nameLines: number;
  addressLines: number;
}

/** Name and address, together in the middle of their area. */
export function placeBlock(
  content: PosterContent,
  area: Box,
  theme: PosterTheme,
  style: PlaceStyle,
): TextMark[] {
  const { name, address } = sharedHeight(content, area, theme, style, nameShare);
  const spare = area.height - name.height - gap - address.height;

  return movedDown([...name.marks, ...address.marks], spare / 2).map((mark) => ({ ...mark, box: area }));
}

function sharedHeight(
  content: PosterContent,
  area: Box,
  theme: PosterTheme,
  style: PlaceStyle,
  share: number,
): { name: TextBlock; address: TextBlock } {
  const { minSize, align, nameLines, addressLines } = style;
  const common = { minSize, align };
  const nameStyle: TextStyle = {
    ...common,
    weight: 'bold',
    fill: theme.ink,
    size: 20,
    maxLines: nameLines,
  };
  const addressStyle: TextStyle = {
    ...common,
    weight: 'regular',
    fill: theme.soft,
    size: 6.6,
    maxLines: addressLines,
  };
  const name = textBlock(printable(content.name), { ...area, height: area.height * share }, nameStyle);
  const top = name.height + gap;
  const rest: Box = { ...area, y: area.y + top, height: area.height - top };
  const address = textBlock(printable(content.address), rest, addressStyle);
  const smaller = share - nameShareStep;

  return address.size >= readable || smaller < nameShareLeast
    ? { name, address }
    : sharedHeight(content, area, theme, style, smaller);
}
