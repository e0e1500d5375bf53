/** As much of a keyboard event as tells a character. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
}

/** What a US keyboard, which scan guns pretend to be, has on its keys without and with shift. */
const keys: Record<string, string> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
const aboveDigits = ')!@#$%^&*(';

function characterOfKey(code: string, isShifted: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) {
    return isShifted ? letter : letter.toLowerCase();
  }
  const [, row, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit !== undefined) {
    return isShifted && row === 'Digit' ? aboveDigits.charAt(Number(digit)) : digit;
  }

  return keys[code]?.charAt(isShifted ? 1 : 0);
}

/**
 * The character that a gun meant. An input method that is on gives it in full width, as Chinese punctuation (a dash for
 * an underscore), or says only that it took the key (`Process`, keyCode 229): then the place of the key tells.
 */
export function characterOf({ key, code, shiftKey }: KeyPress): string | undefined {
  const plain = key.normalize('NFKC');
  if (/^[\x20-\x7e]$/.test(plain)) {
    return plain;
  }
  const isTaken = key.length === 1 || ['Process', 'Unidentified', 'Dead'].includes(key);

  return isTaken ? (characterOfKey(code, shiftKey) ?? (key.length === 1 ? key : undefined)) : undefined;
}
