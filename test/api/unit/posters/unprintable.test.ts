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
