import { posterLabels, printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Box, Mark, Part } from './drawing';
import { landscapeFace } from './landscapeFace';
import { readableSize } from './pageSizes';
import type { FaceName, PageSize, Placement } from './pageSizes';
import { portraitFace } from './portraitFace';
import { centredBlock } from './textBlock';

interface Face {
  /** mm, before scaling. */
  width: number;
  height: number;
  draw(content: PosterContent, theme: PosterTheme): Mark[];
}

const faces: Record<FaceName, Face> = {
  portrait: { width: 210, height: 297, draw: portraitFace },
  landscape: { width: 210, height: 148.5, draw: landscapeFace },
};

const asItIs = [1, 0, 0, 1, 0, 0] as const;

/** One printed page: what preview, PNG, PDF and print all draw. */
export function posterPage(content: PosterContent, theme: PosterTheme, size: PageSize): Part[] {
  const names = [...new Set(size.faces.map(({ face }) => face))];
  const drawn = new Map(names.map((name) => [name, faces[name].draw(content, theme)]));
  const parts = size.faces.map((placement) => ({
    matrix: matrixOf(placement),
    marks: drawn.get(placement.face) ?? [],
  }));

  return size.fold === undefined
    ? parts
    : [...parts, { matrix: asItIs, marks: foldMarks(content, theme, size.width, size.fold) }];
}

function matrixOf({ face, x, y, scale, isTurned }: Placement): Part['matrix'] {
  const { width, height } = faces[face];

  return isTurned
    ? [-scale, 0, 0, -scale, x + width * scale, y + height * scale]
    : [scale, 0, 0, scale, x, y];
}

/** Where to fold, and what for. */
function foldMarks(content: PosterContent, theme: PosterTheme, width: number, y: number): Mark[] {
  const labels = { ...posterLabels, ...content.labels };
  const label: Box = { x: 12, y: y + 1.2, width: width - 24, height: 4 };

  return [
    { kind: 'stroke', path: `M0 ${y}L${width} ${y}`, stroke: theme.soft, strokeWidth: 0.3, dash: 2 },
    ...centredBlock(printable(labels.fold), label, {
      weight: 'regular',
      fill: theme.soft,
      size: 2.8,
      minSize: readableSize,
      align: 'middle',
    }),
  ];
}
