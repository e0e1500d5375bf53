import fc from 'fast-check';

import type { PosterContent } from '../../../../api/src/posters/content';
import type { Mark, TextMark } from '../../../../api/src/posters/drawing';
import { fontOf } from '../../../../api/src/posters/fonts';
import { portraitFace } from '../../../../api/src/posters/portraitFace';
import { startOf, widthOf } from '../../../../api/src/posters/textWidth';
import { places, posterContent, theme } from './samples';

const textsOf = (marks: Mark[]) => marks.filter((mark): mark is TextMark => mark.kind === 'text');
const face = (changes: Partial<PosterContent>) => textsOf(portraitFace(posterContent(changes), theme));

/** Where ink is, from the outlines of the glyphs; mm. */
function inkOf(mark: TextMark) {
  const font = fontOf(mark.weight);
  const { minX, minY, maxX, maxY } = font.layout(mark.text).bbox;
  const unit = mark.size / font.unitsPerEm;
  const left = startOf(mark) + minX * unit;

  return {
    left,
    right: left + (maxX - minX) * unit + mark.tracking * ([...mark.text].length - 1),
    top: mark.y - maxY * unit,
    bottom: mark.y - minY * unit,
  };
}

/** A letter like j reaches a little out of its own advance. */
function expectInside(marks: TextMark[]) {
  for (const mark of marks) {
    const { x, y, width, height } = mark.box;
    const ink = inkOf(mark);
    const overhang = 0.1 * mark.size;

    expect(widthOf(mark)).toBeLessThanOrEqual(width + 0.01);
    expect(ink.left).toBeGreaterThanOrEqual(x - overhang);
    expect(ink.right).toBeLessThanOrEqual(x + width + overhang);
    expect(ink.top).toBeGreaterThanOrEqual(y - 0.05);
    expect(ink.bottom).toBeLessThanOrEqual(y + height + 0.05);
    expect(x).toBeGreaterThanOrEqual(5);
    expect(x + width).toBeLessThanOrEqual(205);
    expect(y + height).toBeLessThanOrEqual(292);
  }
}

/** Marks of one line lie apart sideways, all others one above the other. */
function expectApart(marks: TextMark[]) {
  const inks = marks.map(inkOf);
  for (const [i, a] of inks.entries()) {
    for (const b of inks.slice(i + 1)) {
      const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

      expect(isApart).toBe(true);
    }
  }
}

test.each(Object.entries(places))(
  '%s: every text is inside its box and apart from the others',
  (_, place) => {
    expectInside(face(place));
    expectApart(face(place));
  },
);

const alphabet = [
  ...'榕城万象商业广场店。，、（）《》“”【】',
  'W',
  'i',
  'j',
  'g',
  '1',
  '8',
  ' ',
  '-',
  '/',
  'É',
  '@',
  '—',
];
const line = (maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength }).map((all) => all.join(''));
const contents = fc.record({
  name: line(60),
  address: line(120),
  title: line(12),
  subtitle: line(40),
  footer: line(60),
  steps: fc.array(fc.record({ title: line(12), lines: fc.array(line(24), { maxLength: 3 }) }), {
    maxLength: 3,
  }),
});

test('nothing overflows or collides, whatever the texts', () => {
  fc.assert(
    fc.property(contents, (changes) => {
      const marks = face(changes);

      expectInside(marks);
      expectApart(marks);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('neither the longest name nor the longest address is cut', () => {
  const marks = face({ name: '城'.repeat(60), address: '路'.repeat(120) });
  const text = (character: string) => marks.filter((mark) => mark.text.includes(character));

  expect(
    text('城')
      .map((mark) => mark.text.length)
      .reduce((a, b) => a + b),
  ).toBe(60);
  expect(
    text('路')
      .map((mark) => mark.text.length)
      .reduce((a, b) => a + b),
  ).toBe(120);
  expect(text('城')[0]?.size).toBeGreaterThan(6);
  expect(text('路')[0]?.size).toBeGreaterThan(3.5);
  expect(marks.some((mark) => mark.text.includes('…'))).toBe(false);
});

test('the name is the largest text, and an ordinary one is readable from two metres', () => {
  const name = face({ name: '三坊茶舍' }).find((mark) => mark.text === '三坊茶舍');
  const sizes = face({ name: '三坊茶舍' }).map((mark) => mark.size);

  expect(name?.size).toBe(Math.max(...sizes));
  expect(face({}).find((mark) => mark.text.includes('江滨店'))?.size).toBeGreaterThan(12);
});

test('the QR code is large, and nothing else lies within its quiet zone', () => {
  const marks = portraitFace(posterContent(), theme);
  const qr = marks.find((mark) => mark.kind === 'qr');

  expect(qr?.side).toBeGreaterThanOrEqual(120);
  for (const text of textsOf(marks)) {
    const ink = inkOf(text);
    const isClear = ink.bottom <= (qr?.y ?? 0) || ink.top >= (qr?.y ?? 0) + (qr?.side ?? 0);

    expect(isClear).toBe(true);
  }
});

test('serial, date, layout and labels are printed; the date only when there is one', () => {
  const words = (changes: Partial<PosterContent>) =>
    face(changes)
      .map((mark) => mark.text)
      .join('|');

  expect(words({})).toContain('启用 2026-11-21 · 序号 3 · 版式 P1');
  expect(words({ validFrom: undefined })).toContain('|序号 3 · 版式 P1');
  expect(words({ labels: { shortCode: 'Code' } })).toContain('Code|7KQ-2MD-X4H');
});

test('the lines of all steps share one size', () => {
  const steps = [
    { title: '微信扫码', lines: ['一', '打开微信，点右上角的加号，选择扫一扫，对准二维码'] },
    { title: '支付宝扫码', lines: ['二'] },
  ];
  const sizes = face({ steps })
    .filter((mark) => ['一', '二'].includes(mark.text))
    .map((mark) => mark.size);

  expect(new Set(sizes).size).toBe(1);
});
