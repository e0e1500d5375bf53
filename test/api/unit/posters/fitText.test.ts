import fc from 'fast-check';

import { fitText } from '../../../../api/src/posters/fitText';
import { textWidth } from '../../../../api/src/posters/textWidth';

const box = {
  weight: 'bold',
  width: 100,
  height: 40,
  size: 20,
  minSize: 4,
  maxLines: 3,
  tracking: 0,
} as const;

const pieces = [
  ...'榕城商业广场店的中心一二三四五六。，、：（）《》“”',
  'A座',
  '12号楼',
  ' ',
  'Coffee',
  '2026',
  'B1-18',
  '(',
];
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
  .map((all) => all.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const withoutSpaces = (text: string) => text.replace(/ /g, '');

test('never overflows and loses nothing, whatever the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { lines, size, lineHeight } = fitText(text, box);
      const widest = Math.max(...lines.map((line) => textWidth(line, 'bold') * size));

      expect(widest).toBeLessThanOrEqual(box.width + 0.01);
      expect(lines.length * lineHeight).toBeLessThanOrEqual(box.height + 0.01);
      expect(size).toBeGreaterThanOrEqual(box.minSize);
      expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(text));
    }),
    { numRuns: 500 },
  );
});

test('no opening mark ends a line and no closing mark starts one', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { lines } = fitText(text, { ...box, width: 60, minSize: 1 });

      for (const line of lines.slice(0, -1)) {
        expect(line).not.toMatch(/[（《“(]$/);
      }
      for (const line of lines.slice(1)) {
        expect(line).not.toMatch(/^[）》”。，、：]/);
      }
    }),
    { numRuns: 500 },
  );
});

test('words and numbers stay whole', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { lines } = fitText(text, { ...box, width: 120, minSize: 1 });
      const words = text.match(/[A-Za-z0-9-]+/g) ?? [];

      for (const word of words) {
        expect(lines.some((line) => line.includes(word))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a short name in one line', '三坊茶舍', ['三坊茶舍']],
  [
    'a break behind the bracket',
    '示例购物广场（江滨店）地下停车场西入口',
    ['示例购物广场（江滨店）', '地下停车场西入口'],
  ],
  ['a break between words', '江口社区卫生服务中心疫苗接种点', ['江口社区卫生服务', '中心疫苗接种点']],
  ['a break at the space', 'Starbucks 示例中心店', ['Starbucks', '示例中心店']],
])('%s', (_, text, lines) => {
  expect(fitText(text, { ...box, height: 60, maxLines: 2, width: 90 }).lines).toEqual(lines);
});

test('a number keeps its counting word', () => {
  const { lines } = fitText('江滨大道东侧二百七十四弄 18 号', {
    ...box,
    maxLines: 3,
    height: 200,
    width: 72,
  });

  expect(lines.join('|')).not.toMatch(/18\|/);
});

test('a word longer than the box is broken rather than cut', () => {
  const { lines, size } = fitText('A'.repeat(60), box);

  expect(lines.join('')).toBe('A'.repeat(60));
  expect(size).toBeGreaterThanOrEqual(box.minSize);
});

test('only what is too long at the smallest size is cut, with an ellipsis', () => {
  const long = '城'.repeat(300);
  const { lines, size } = fitText(long, box);

  expect(size).toBe(box.minSize);
  expect(lines).toHaveLength(3);
  expect(lines.join('')).toMatch(/^城+…$/);
  expect(lines.join('').length).toBeGreaterThan(70);
});

test('a row of nothing but brackets still fits', () => {
  const { lines, size } = fitText('（'.repeat(120), box);

  for (const line of lines) {
    expect(textWidth(line, 'bold') * size).toBeLessThanOrEqual(box.width + 0.01);
  }
});

test('a box too small for anything gets the ellipsis, an empty text nothing', () => {
  expect(fitText('城市', { ...box, width: 3 }).lines).toEqual(['…']);
  expect(fitText('', box).lines).toEqual([]);
});
