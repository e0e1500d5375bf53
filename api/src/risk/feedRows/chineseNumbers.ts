const digits = new Map<string, number>([
  ...[...'〇一二三四五六七八九'].map((char, at) => [char, at] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((char, at) => [char, at] as const),
  ['两', 2],
]);

const units = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
]);

/** A run of Chinese numerals, as a part of a regular expression. */
export const numerals = `[${[...digits.keys(), ...units.keys()].join('')}]+`;

/** 13 of 十三, 103 of 一百零三 and of 一〇三. @param text numerals alone */
export function readNumerals(text: string): string {
  let sum = 0;
  let last = 0;
  for (const char of text) {
    const unit = units.get(char);
    if (unit === undefined) {
      last = last * 10 + (digits.get(char) ?? 0);
    } else {
      sum += Math.max(last, 1) * unit;
      last = 0;
    }
  }

  return String(sum + last);
}

/** 十三 of 13; undefined from 100 on, where few write a number so. */
export function inNumerals(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 1 || number > 99) {
    return undefined;
  }
  const names = '〇一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const before = tens > 1 ? names.charAt(tens) : '';

  return `${before}${tens > 0 ? '十' : ''}${ones > 0 ? names.charAt(ones) : ''}`;
}
