import type { PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { centredBlock } from './textBlock';

/** Letters in a disc, in parts of its radius. */
const letterSize = 1.2;

/** A number in a disc. */
export function stepBadge(
  number: number,
  centre: { x: number; y: number },
  radius: number,
  theme: PosterTheme,
  minSize: number,
): Mark[] {
  const box: Box = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
  const style = {
    weight: 'bold',
    fill: theme.onBrand,
    size: radius * letterSize,
    minSize,
    align: 'middle',
  } as const;

  return [
    { kind: 'circle', ...centre, radius, fill: theme.brand },
    ...centredBlock(String(number), box, style),
  ];
}
