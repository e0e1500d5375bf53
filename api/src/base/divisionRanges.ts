import { upwards } from './divisions';

/** Codes of 6 or 12 digits as text: from (included), until (excluded). */
export interface DivisionRange {
  from: string;
  until: string;
}

/** A colon stands behind 9: it ends all codes that begin alike. */
const behindDigits = ':';

/** What all codes in a division begin with: 35 for 350000, 3501 for 350100. */
function prefixOf(area: string): string {
  return area.slice(0, 6).replace(/(00){1,2}$/, '');
}

/** The codes that lie in any of some divisions; no code is in two of the ranges. */
export function divisionRanges(areas: readonly string[]): DivisionRange[] {
  const all = new Set(areas);
  const outermost = [...all].filter((area) => !upwards(area).some((code) => code !== area && all.has(code)));

  return outermost.map(prefixOf).map((from) => ({ from, until: `${from}${behindDigits}` }));
}
