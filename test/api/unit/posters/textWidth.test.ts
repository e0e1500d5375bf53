import fc from 'fast-check';
import PDFDocument from 'pdfkit';

import { fontFiles, fontOf } from '../../../../api/src/posters/fonts';
import type { FontWeight } from '../../../../api/src/posters/fonts';
import { textWidth } from '../../../../api/src/posters/textWidth';

const weights: FontWeight[] = ['regular', 'bold'];
const characters = [...'榕城万象（店）“引号”、。·—AVTolyfi1270.,-/ ＋Ａé'];
const texts = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((all) => all.join(''));

test.each(weights)('%s: is what the font itself says of the whole line, kerning included', (weight) => {
  const font = fontOf(weight);

  fc.assert(
    fc.property(texts, (text) => {
      const whole = font.layout(text).advanceWidth / font.unitsPerEm;

      expect(textWidth(text, weight)).toBeCloseTo(whole, 2);
    }),
  );
});

test.each(weights)('%s: is what the PDF writer sets', (weight) => {
  const document = new PDFDocument();
  document.font(fontFiles[weight]).fontSize(1);

  for (const text of ['示例商业广场（江滨店）', 'AVATAR To 12:30', '浦上大道 274 号']) {
    const characterSpacing = 0.06;

    expect(textWidth(text, weight)).toBeCloseTo(document.widthOfString(text), 2);
    expect(textWidth(text, weight, characterSpacing)).toBeCloseTo(
      document.widthOfString(text, { characterSpacing }),
      2,
    );
  }
});

test.each(weights)('%s: an ellipsis counts as wide as it can be', (weight) => {
  const font = fontOf(weight);

  for (const text of ['…', '城…', 'A…', '城A…', 'V城…', '……']) {
    const whole = font.layout(text).advanceWidth / font.unitsPerEm;

    expect(textWidth(text, weight)).toBeGreaterThan(whole - 0.001);
  }
});

test('an ideograph is one em wide, nothing is nothing', () => {
  expect(textWidth('榕', 'regular')).toBe(1);
  expect(textWidth('', 'bold')).toBe(0);
  expect(textWidth('榕城', 'regular', 0.1)).toBeCloseTo(2.1);
});
