import { printable } from './content';
import type { PosterContent, PosterTheme } from './content';
import type { Align, CircleMark, Mark, Part, QrMark, RectMark, StrokeMark, TextMark } from './drawing';
import { cssWeights, fontFamily } from './fonts';
import type { PageSize } from './pageSizes';
import { posterPage } from './posterPage';
import { qrSymbol, quietZone } from './qrSymbol';
import { startOf } from './textWidth';

const families = `'${fontFamily}','Noto Sans CJK SC',sans-serif`;

/** One page as SVG, without any reference to the outside. Sizes are the page's own, in mm. */
export function posterSvg(content: PosterContent, theme: PosterTheme, size: PageSize): string {
  const { width, height } = size;
  const parts = posterPage(content, theme, size).map(group).join('');
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg" xml:lang="zh-CN" role="img"',
    `width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`,
    `font-family="${families}"`,
  ];

  return (
    `<svg ${attributes.join(' ')}><title>${escaped(printable(content.name))}</title>` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
    `${parts}</svg>`
  );
}

function group({ matrix, marks }: Part): string {
  return `<g transform="matrix(${matrix.map(rounded).join(' ')})">${marks.map(element).join('')}</g>`;
}

function element(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return rect(mark);
    case 'circle':
      return circle(mark);
    case 'stroke':
      return stroke(mark);
    case 'text':
      return text(mark);
    case 'qr':
      return qr(mark);
  }
}

function rect({ x, y, width, height, fill, radius = 0, stroke = 'none', strokeWidth = 0 }: RectMark): string {
  return (
    `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" ` +
    `rx="${rounded(radius)}" fill="${escaped(fill)}" stroke="${escaped(stroke)}" stroke-width="${rounded(strokeWidth)}"/>`
  );
}

function circle({ x, y, radius, fill }: CircleMark): string {
  return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" fill="${escaped(fill)}"/>`;
}

function stroke({ path, stroke: colour, strokeWidth, dash }: StrokeMark): string {
  const ends =
    dash === undefined
      ? 'stroke-linecap="round" stroke-linejoin="round"'
      : `stroke-dasharray="${rounded(dash)} ${rounded(dash)}"`;

  return (
    `<path d="${escaped(path)}" fill="none" stroke="${escaped(colour)}" ` +
    `stroke-width="${rounded(strokeWidth)}" ${ends}/>`
  );
}

function text(mark: TextMark): string {
  const { x, align, spacing } = placeOf(mark);

  return (
    `<text x="${rounded(x)}" y="${rounded(mark.y)}" font-size="${rounded(mark.size)}" ` +
    `font-weight="${cssWeights[mark.weight]}" fill="${escaped(mark.fill)}" text-anchor="${align}"${spacing}>` +
    `${escaped(mark.text)}</text>`
  );
}

/** Renderers disagree whether a line ends in letter-spacing, so a spaced line is placed by its start. */
function placeOf(mark: TextMark): { x: number; align: Align; spacing: string } {
  if (mark.tracking === 0) {
    return { x: mark.x, align: mark.align, spacing: '' };
  }

  return { x: startOf(mark), align: 'start', spacing: ` letter-spacing="${rounded(mark.tracking)}"` };
}

function qr({ x, y, side, text: content }: QrMark): string {
  const symbol = qrSymbol(content);
  const module = side / (symbol.size + 2 * quietZone);
  const path = symbol.runs.map((run) => `M${run.x} ${run.y}h${run.length}v1h-${run.length}z`).join('');
  const place = `translate(${rounded(x)} ${rounded(y)}) scale(${rounded(module)}) translate(${quietZone} ${quietZone})`;

  return `<path transform="${place}" d="${path}" fill="#000000" shape-rendering="crispEdges"/>`;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
