import { fontOf } from '../../../../api/src/posters/fonts';
import type { FontWeight } from '../../../../api/src/posters/fonts';
import { unprintable } from '../../../../api/src/posters/unprintable';
import { places } from './samples';

test.each(Object.values(places).flatMap(({ name = '', address = '' }) => [name, address]))(
  'prints %p',
  (text) => {
    expect(unprintable(text)).toEqual([]);
  },
);

test.each([
  ['emoji', '奶茶🧋店', ['🧋']],
  ['a joined emoji, whole', '👨‍👩‍👧家', ['👨‍👩‍👧']],
  ['Extension B', '𠀀记茶楼', ['𠀀']],
  ['each once, in order', '🍜面🍚饭🍜', ['🍜', '🍚']],
  ['another script', 'ร้านA', ['ร้', 'า', 'น']],
  ['a line break', '一\n二', ['\n']],
  ['invisible formatting', 'a\u202eb\u200bc', ['\u202e', '\u200b']],
  ['marks that leave their line', '〲店\u302a!', ['〲', '店\u302a']],
  ['marks that no letter took up', 'A\u20dd\u0300店', ['A\u20dd\u0300']],
  ['private use', '\ue000', ['\ue000']],
  ['half a pair', 'x\ud800', ['\ud800']],
])('refuses %s', (_, text, missing) => {
  expect(unprintable(text)).toEqual(missing);
});

test('accepts common and rare ideographs of the BMP, full-width forms and accents', () => {
  expect(unprintable('龘靐齉㐀䶮Ａ１！éÜ½①℃')).toEqual([]);
  expect(unprintable('e\u0301')).toEqual([]);
  expect(unprintable('')).toEqual([]);
});

test.each<FontWeight>(['regular', 'bold'])('every character printed stays near its line: %s', (weight) => {
  const font = fontOf(weight);
  const straying = font.characterSet
    .map((codePoint) => ({ text: String.fromCodePoint(codePoint), glyph: font.glyphForCodePoint(codePoint) }))
    .filter(({ text }) => unprintable(text).length === 0)
    .filter(({ glyph: { bbox, advanceWidth } }) => {
      const [below, above, left, right] = [-bbox.minY, bbox.maxY, -bbox.minX, bbox.maxX - advanceWidth].map(
        (reach) => reach / font.unitsPerEm,
      ) as [number, number, number, number];

      return below > 0.286 || above > 1.135 || left > 0.06 || right > 0.06;
    });

  expect(straying.map(({ text }) => text)).toEqual([]);
});
