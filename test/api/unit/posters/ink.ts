import type { Box, Mark, Part, TextMark } from '../../../../api/src/posters/drawing';
import { fontOf } from '../../../../api/src/posters/fonts';
import { startOf, widthOf } from '../../../../api/src/posters/textWidth';

/** Left, top, right and bottom; mm. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function textsOf(marks: readonly Mark[]): TextMark[] {
  return marks.filter((mark): mark is TextMark => mark.kind === 'text');
}

/** Where the ink of a text is, from the outlines of its glyphs. */
function inkOf(mark: TextMark): Edges {
  const font = fontOf(mark.weight);
  const { minX, minY, maxX, maxY } = font.layout(mark.text).bbox;
  const unit = mark.size / font.unitsPerEm;
  const left = startOf(mark) + minX * unit;

  return {
    left,
    right: left + (maxX - minX) * unit + mark.tracking * ([...mark.text].length - 1),
    top: mark.y - maxY * unit,
    bottom: mark.y - minY * unit,
  };
}

function edgesOfStroke(path: string, width: number): Edges {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
  const [xs, ys] = [0, 1].map((rest) => numbers.filter((_, i) => i % 2 === rest));
  const reach = width / 2;

  return {
    left: Math.min(...(xs ?? [])) - reach,
    right: Math.max(...(xs ?? [])) + reach,
    top: Math.min(...(ys ?? [])) - reach,
    bottom: Math.max(...(ys ?? [])) + reach,
  };
}

export function edgesOf({ x, y, width, height }: Box): Edges {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** The smallest upright rectangles around what a mark paints: of a bent line, one for each stretch. */
export function paintOf(mark: Mark): Edges[] {
  switch (mark.kind) {
    case 'rect':
      return [edgesOf(mark)];
    case 'circle':
      return [
        edgesOf({
          x: mark.x - mark.radius,
          y: mark.y - mark.radius,
          width: 2 * mark.radius,
          height: 2 * mark.radius,
        }),
      ];
    case 'stroke': {
      const places = mark.path.match(/[ML][^ML]+/g) ?? [];

      return places.slice(1).map((place, i) => edgesOfStroke(`${places[i]} ${place}`, mark.strokeWidth));
    }
    case 'text':
      return [inkOf(mark)];
    case 'qr':
      return [edgesOf({ ...mark, width: mark.side, height: mark.side })];
  }
}

/** Where something of a part lies on the paper. */
export function onPaper({ matrix: [a, , , d, e, f] }: Part, { left, top, right, bottom }: Edges): Edges {
  const [xs, ys] = [
    [a * left + e, a * right + e],
    [d * top + f, d * bottom + f],
  ];

  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function areApart(one: Edges, other: Edges): boolean {
  return (
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
  );
}

export function isWithin(inner: Edges, outer: Edges, tolerance = 0): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.top >= outer.top - tolerance &&
    inner.bottom <= outer.bottom + tolerance
  );
}

/** Whether a text stays inside its own box; a letter like j reaches a little out of its own advance. */
export function fitsItsBox(mark: TextMark): boolean {
  const ink = inkOf(mark);
  const box = edgesOf(mark.box);
  const overhang = 0.1 * mark.size;

  return (
    widthOf(mark) <= mark.box.width + 0.01 &&
    ink.left >= box.left - overhang &&
    ink.right <= box.right + overhang &&
    // An accent upon an accent: Ắ; below, the bars |, ¦ and the cedilla.
    ink.top >= box.top - overhang &&
    ink.bottom <= box.bottom + 0.04 * mark.size
  );
}
