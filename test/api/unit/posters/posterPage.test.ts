import { limits } from '@anxing/contract/limits';
import { posterSizes } from '@anxing/contract/posters';
import fc from 'fast-check';

import type { PosterContent } from '../../../../api/src/posters/content';
import type { Mark, Part, TextMark } from '../../../../api/src/posters/drawing';
import { fontOf } from '../../../../api/src/posters/fonts';
import { pageSizes, readableSize } from '../../../../api/src/posters/pageSizes';
import { posterPage } from '../../../../api/src/posters/posterPage';
import { unprintable } from '../../../../api/src/posters/unprintable';
import brand from '../../../../config/brand.json';
import { areApart, fitsItsBox, isWithin, onPaper, paintOf, textsOf, type Edges } from './ink';
import { places, posterContent, theme } from './samples';

/** What no printer reaches; mm. */
const printerMargin = 3.5;
/** With line and plate of a vehicle before it. */
const longestAddress = limits.addressLength + 40;
const own = { steps: brand.poster.steps };
const page = (changes: Partial<PosterContent>, size: keyof typeof pageSizes) =>
  posterPage(posterContent({ ...own, ...changes }), theme, pageSizes[size]);

/** An accent upon an accent, as in Ǘ, may touch the tail of a Q above it. */
function withoutTips(ink: Edges, { size }: TextMark): Edges {
  return { ...ink, top: ink.top + 0.1 * size };
}

function inksOf(parts: readonly Part[]): Edges[] {
  return parts.flatMap((part) =>
    textsOf(part.marks).flatMap((mark) => paintOf(mark).map((ink) => onPaper(part, withoutTips(ink, mark)))),
  );
}

function expectEveryTextInItsPlace(parts: readonly Part[], size: keyof typeof pageSizes): void {
  const { width, height } = pageSizes[size];
  const printed: Edges = { left: 0, top: 0, right: width, bottom: height };
  for (const part of parts) {
    expect(textsOf(part.marks).filter((mark) => !fitsItsBox(mark))).toEqual([]);
  }
  const inks = inksOf(parts);
  expect(inks.filter((ink) => !isWithin(ink, printed, -printerMargin))).toEqual([]);
  const touching = inks.filter((ink, i) => inks.slice(i + 1).some((other) => !areApart(ink, other)));
  expect(touching).toEqual([]);
}

function smallestText(parts: readonly Part[]): number {
  return Math.min(
    ...parts.flatMap(({ matrix: [scale], marks }) =>
      textsOf(marks).map((mark) => mark.size * Math.abs(scale)),
    ),
  );
}

/** Each QR code with its quiet zone lies on a white card, and nothing is painted over it. */
function expectQuietZones(parts: readonly Part[], codes: number): void {
  const found = parts.flatMap(({ marks }) =>
    marks.flatMap((mark, i) => (mark.kind === 'qr' ? [{ zone: paintOf(mark), marks, i }] : [])),
  );
  expect(found).toHaveLength(codes);
  for (const { zone, marks, i } of found) {
    const [edges] = zone as [Edges];
    const meets = (mark: Mark) => paintOf(mark).some((paint) => !areApart(paint, edges));
    const below = marks.slice(0, i).findLast(meets);
    expect(below).toMatchObject({ kind: 'rect', fill: '#ffffff' });
    expect(isWithin(edges, paintOf(below as Mark)[0] as Edges)).toBe(true);
    expect(marks.slice(i + 1).filter(meets)).toEqual([]);
  }
}

describe.each(posterSizes)('%s', (size) => {
  const codes = pageSizes[size].faces.length;

  test.each(Object.entries(places))('%s: every text in its place, readable, the code clear', (_, place) => {
    const parts = page(place, size);

    expectEveryTextInItsPlace(parts, size);
    expectQuietZones(parts, codes);
    expect(smallestText(parts)).toBeGreaterThanOrEqual(readableSize - 1e-9);
  });

  test('neither the longest name nor the longest address is cut', () => {
    const parts = page({ name: '城'.repeat(limits.nameLength), address: '路'.repeat(longestAddress) }, size);
    const texts = parts.slice(0, 1).flatMap(({ marks }) => textsOf(marks).map(({ text }) => text));

    expect(texts.join('').match(/城/g)).toHaveLength(limits.nameLength);
    expect(texts.join('').match(/路/g)).toHaveLength(longestAddress);
  });

  test('the words of this province are not cut', () => {
    const texts = page({}, size).flatMap(({ marks }) => textsOf(marks).map(({ text }) => text));

    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
  });
});

describe('whatever a point is called and wherever it is', () => {
  const pieces = [
    ...'榕城万象商业广场店。，、：；（）《》“”【】—…·',
    ...['W', 'i', 'j', 'g', 'Q', '1', '8', ' ', '-', '/', 'É', '@', '(', ')'],
    ...['A座', '12号楼', 'Coffee', '2026', 'B1-18', 'Wi-Fi'],
  ];
  const glyphs = fontOf('bold')
    .characterSet.map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => character.trim() !== '' && unprintable(character).length === 0);
  const text = (max: number) =>
    fc
      .oneof(
        { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: max }) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...glyphs), { minLength: 1, maxLength: max }) },
        { weight: 1, arbitrary: fc.constantFrom(...glyphs).map((one) => Array<string>(max).fill(one)) },
      )
      .map((all) => [...all.join('')].slice(0, max).join('').trim())
      .filter((line) => line !== '');
  const places = fc.record({ name: text(limits.nameLength), address: text(longestAddress) });

  test.each(posterSizes)(
    '%s: nothing overflows, collides, is too small to read or meets the code',
    (size) => {
      fc.assert(
        fc.property(places, (place) => {
          const parts = page(place, size);

          expectEveryTextInItsPlace(parts, size);
          expectQuietZones(parts, pageSizes[size].faces.length);
          expect(smallestText(parts)).toBeGreaterThanOrEqual(readableSize - 1e-9);
        }),
        { numRuns: 120 },
      );
    },
    60_000,
  );

  test('nor whatever the province writes', () => {
    const words = fc.record({
      title: text(12),
      subtitle: text(40),
      footer: text(60),
      steps: fc.array(fc.record({ title: text(12), lines: fc.array(text(24), { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    });
    const barsBelow = {
      title: '榕',
      subtitle: '!',
      footer: '榕',
      steps: [{ title: '榕', lines: ['榕', '¦!'] }],
    };
    fc.assert(
      fc.property(words, fc.constantFrom(...posterSizes), (changes, size) => {
        const parts = page(changes, size);

        expectEveryTextInItsPlace(parts, size);
        expectQuietZones(parts, pageSizes[size].faces.length);
        expect(smallestText(parts)).toBeGreaterThanOrEqual(readableSize - 1e-9);
      }),
      { numRuns: 120, examples: [[barsBelow, 'a3']] },
    );
  }, 60_000);
});

test('the card shows the same face twice, one of them upside down, and the line to fold between them', () => {
  const [behind, before, fold] = posterPage(posterContent(own), theme, pageSizes.card);

  expect(behind?.marks).toEqual(before?.marks);
  expect(behind?.matrix).toEqual([-1, 0, 0, -1, 210, 148.5]);
  expect(before?.matrix).toEqual([1, 0, 0, 1, 0, 148.5]);
  expect(fold?.marks[0]).toMatchObject({ kind: 'stroke', path: 'M0 148.5L210 148.5', dash: 2 });
  expect(textsOf(fold?.marks ?? []).map(({ text }) => text)).toEqual(['沿虚线向后对折，立于桌面']);
});
