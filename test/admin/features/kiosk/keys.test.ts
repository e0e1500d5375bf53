import { tellScanned } from '@anxing/contract/scanned';

import { characterOf } from '../../../../admin/src/features/kiosk/keys/characterOf';
import { idleMs, KeyLine } from '../../../../admin/src/features/kiosk/keys/keyLine';
import { KeyDesk } from '../../../../admin/src/features/kiosk/run/keyDesk';

const code = `AX1:${'Ab_-9'.repeat(23)}`;
const keyOf = (key: string, code = '', shiftKey = false) => characterOf({ key, code, shiftKey });

describe('a key', () => {
  it.each([
    ['as it is', 'a', 'KeyA', false, 'a'],
    ['in full width', 'Ａ', 'KeyA', true, 'A'],
    ['a full-width colon', '：', 'Semicolon', true, ':'],
    ['a Chinese dash where an underscore was meant', '—', 'Minus', true, '_'],
    ['a Chinese stop', '。', 'Period', false, '.'],
    ['taken by an input method', 'Process', 'KeyX', true, 'X'],
    ['taken, a digit', 'Process', 'Digit1', false, '1'],
    ['taken, above a digit', 'Process', 'Digit2', true, '@'],
    ['taken, of the number pad', 'Unidentified', 'Numpad7', false, '7'],
    ['taken, a hyphen', 'Process', 'Minus', false, '-'],
    ['no character', 'Shift', 'ShiftLeft', true, undefined],
    ['no character of the pad', 'F2', 'F2', false, undefined],
    ['a character without a place', '码', '', false, '码'],
  ])('%s', (_, key, place, shiftKey, character) => {
    expect(keyOf(key, place, shiftKey)).toBe(character);
  });
});

/** Types into a line, so many ms apart. @returns when it was done */
function type(line: KeyLine, text: string, from = 0, every = 5): number {
  [...text].forEach((character, index) => line.add(character, from + index * every));

  return from + text.length * every;
}

describe('a line', () => {
  it.each([1, 30, idleMs])('of a gun that types every %d ms is read whole', (every) => {
    const line = new KeyLine();
    expect(line.end(type(line, code, 1_000, every))).toBe(code);
    expect(line.text).toBe('');
  });

  it('does not begin with what was left over', () => {
    const line = new KeyLine();
    const at = type(line, 'AX1:abc');
    expect(line.end(type(line, code, at + idleMs + 1))).toBe(code);
    type(line, 'stray', 9_000);
    expect(line.end(9_000 + 5 * idleMs)).toBe('');
  });

  it('of digits waits for a hand, and lets a gun in between begin anew', () => {
    const line = new KeyLine();
    expect(line.end(type(line, '440011223344', 0, 2_000))).toBe('440011223344');
    const at = type(line, '44', 100_000);
    expect(line.end(type(line, '123456789012', at + 1_000))).toBe('123456789012');
    const later = type(line, '12', 200_000);
    expect(line.end(type(line, code, later + 1_000))).toBe(code);
    type(line, '12', 300_000);
    line.add('3', 331_000);
    expect(line.text).toBe('3');
  });

  it('is put right when Caps Lock turned every letter', () => {
    const line = new KeyLine();
    const turned = [...code].map((one) =>
      one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase(),
    );
    expect(line.end(type(line, turned.join('')))).toBe(code);
  });

  it('stops growing', () => {
    const line = new KeyLine();
    type(line, 'x'.repeat(5_000));
    expect(line.text).toHaveLength(2_048);
  });
});

describe('keys of the entry and text of a gun', () => {
  const pressing = (desk: KeyDesk, text: string, from: number, every: number) => {
    const pressed: string[] = [];
    let typed = '';
    [...text].forEach((character, index) => {
      const press = (one: string) => /[tm]|\d/i.test(one) && pressed.push(one) > 0;
      typed = desk.character(character, from + index * every, press);
    });

    return { pressed: pressed.join(''), typed, line: desk.end(from + text.length * every) };
  };

  it('are told apart at Enter', () => {
    const desk = new KeyDesk();
    expect(pressing(desk, 't368m', 0, 700)).toEqual({ pressed: 't368m', typed: '', line: { kind: 'keys' } });
    expect(pressing(desk, 't368m', 10_000, 50).line).toEqual({ kind: 'keys' });
    expect(pressing(desk, code, 20_000, 5)).toEqual({
      pressed: '',
      typed: '',
      line: { kind: 'text', text: code },
    });
    // Also when a gun's text begins with the letter of a key, and when a number comes while one is typed.
    expect(pressing(desk, 'MT-other-province', 30_000, 5).line.kind).toBe('text');
    expect(pressing(desk, '123456789012', 40_000, 5).line).toEqual({ kind: 'text', text: '123456789012' });
    expect(desk.end(50_000)).toEqual({ kind: 'keys' });
  });

  const texts = [
    code,
    `AX2:${'Ab_-9'.repeat(34)}`,
    `AX3:EA${'A'.repeat(26)}`,
    'GK:green:420000:resident:35010219900307003X',
    'https://example.invalid/p/abc',
    '134012345678901234',
    '440011223344',
    '35010219900307003X',
  ];

  it.each(
    texts.flatMap((text) => ['m', 't', 't365', 't36.5m', 'o1', 'r2', 'mr1t368'].map((keys) => [keys, text])),
  )('are told apart when the gun follows the keys %s at once: %s', (keys = '', text = '') => {
    const desk = new KeyDesk();
    expect(pressing(desk, `${keys}${text}`, 0, 5).line).toEqual({ kind: 'text', text });
  });

  it('are told apart too with Caps Lock on, and when the keys meant nothing', () => {
    const turned = [...`T36${code}`].map((one) =>
      one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase(),
    );
    expect(pressing(new KeyDesk(), turned.join(''), 0, 5).line).toEqual({ kind: 'text', text: code });
    expect(pressing(new KeyDesk(), `36${code}`, 0, 5).line).toEqual({ kind: 'text', text: code });
  });

  it('lets full-width text be recognised', () => {
    expect(tellScanned('ＡＸ１：' + code.slice(4))).toEqual({ kind: 'code', text: code });
  });
});
