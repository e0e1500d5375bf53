import { idNumberFault, normaliseIdNumber } from '@anxing/contract/idNumber';

/** What stands between digits where a printed line was read with gaps. */
const gaps = /[ \t.\-_]/g;

function numbersIn(line: string, today: string): string[] {
  const text = normaliseIdNumber(line).replace(gaps, '');
  const found: string[] = [];
  for (let start = 0; start + 18 <= text.length; start += 1) {
    const candidate = text.slice(start, start + 18);
    if (/^\d{17}[\dX]$/.test(candidate) && idNumberFault(candidate, today) === undefined) {
      found.push(candidate);
    }
  }

  return found;
}

/** The one number with a known province, a real date and a right check character; undefined for none or several. */
function numberIn(text: string, today: string): string | undefined {
  const [number, ...others] = new Set(text.split('\n').flatMap((line) => numbersIn(line, today)));

  return others.length === 0 ? number : undefined;
}

/**
 * The number on which two readings agree. The check character alone lets a misread number through about once in eleven
 * times; that both readings err alike is rare, and what is left the guard sees.
 * @param today YYYY-MM-DD: nobody is born later
 */
export function agreedNumber([one, other]: readonly [string, string], today: string): string | undefined {
  const number = numberIn(one, today);

  return number !== undefined && number === numberIn(other, today) ? number : undefined;
}
