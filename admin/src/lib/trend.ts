export interface TrendSeries {
  name: string;
  /** Class of its colour. */
  tone: 'toneInside' | 'toneIn' | 'toneOut' | 'toneBefore';
  /** null where nothing is known. */
  values: readonly (number | null)[];
  isDashed?: boolean;
}

/** Where values and times lie in a picture. */
export interface Scale {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Values that get a line, from 0. */
  steps: number[];
  x(index: number): number;
  y(value: number): number;
  /** The index that lies nearest to an x. */
  nearest(x: number): number;
}

const margin = { left: 44, right: 20, top: 12, bottom: 30 };
const mostSteps = 5;

/** The smallest round step with which at most five steps reach `most`; numbers of people have no fractions. */
export function roundStep(most: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, most / mostSteps)));
  const fitting = [1, 2, 5, 10].find((factor) => most <= factor * magnitude * mostSteps);

  return (fitting ?? 10) * magnitude;
}

export function scaleFor(
  size: { width: number; height: number },
  count: number,
  series: readonly TrendSeries[],
): Scale {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = roundStep(most);
  const top = Math.ceil(most / step) * step;
  const [left, right] = [margin.left, size.width - margin.right];
  const bottom = size.height - margin.bottom;
  const gap = (right - left) / Math.max(1, count - 1);

  return {
    left,
    right,
    top: margin.top,
    bottom,
    steps: Array.from({ length: top / step + 1 }, (_, i) => i * step),
    x: (index) => left + index * gap,
    y: (value) => bottom - (value / top) * (bottom - margin.top),
    nearest: (x) => Math.round((x - left) / gap),
  };
}

/** Known values without a known one beside them: no line shows them. */
export function pointsAlone(values: readonly (number | null)[]): number[] {
  const isKnown = (i: number) => typeof values[i] === 'number';

  return values.flatMap((_, i) => (isKnown(i) && !isKnown(i - 1) && !isKnown(i + 1) ? [i] : []));
}

/** An SVG path through the values that are known; a gap interrupts it. */
export function pathOf(scale: Scale, values: readonly (number | null)[]): string {
  return values
    .map((value, i) => {
      if (value === null) {
        return '';
      }
      const isFirst = i === 0 || (values[i - 1] ?? null) === null;

      return `${isFirst ? 'M' : 'L'}${scale.x(i).toFixed(1)} ${scale.y(value).toFixed(1)}`;
    })
    .join('');
}
