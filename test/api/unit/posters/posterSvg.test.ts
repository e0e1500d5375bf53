import fc from 'fast-check';
import { JSDOM } from 'jsdom';

import { pageSizes } from '../../../../api/src/posters/pageSizes';
import { posterSvg } from '../../../../api/src/posters/posterSvg';
import { places, posterContent, theme } from './samples';

const { DOMParser } = new JSDOM('').window;

function parsed(svg: string) {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const elements = [...document.querySelectorAll('*')];

  return {
    names: new Set(elements.map((element) => element.tagName)),
    attributes: elements.flatMap((element) => [...element.attributes]),
    lines: [...document.querySelectorAll('text')].map((element) => element.textContent),
    title: document.querySelector('title')?.textContent,
  };
}

const drawn = new Set(['svg', 'title', 'g', 'rect', 'circle', 'path', 'text']);

test.each(Object.entries(places))('%s: well formed, and contains the name', (_, place) => {
  const content = posterContent(place);
  const { lines, title } = parsed(posterSvg(content, theme, pageSizes.a4));

  expect(title).toBe(content.name);
  expect(lines.join('').replace(/ /g, '')).toContain(content.name.replace(/ /g, ''));
});

test('whatever the texts, there are only harmless elements and no reference to the outside', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '"/><image href="http://x"/>',
      '<script>',
      ']]>',
      "' onload='x",
      '&#x0;',
      '\u0000',
      '\ud800',
    ),
  );

  fc.assert(
    fc.property(nasty, nasty, (name, address) => {
      const { names, attributes } = parsed(posterSvg(posterContent({ name, address }), theme, pageSizes.a4));

      expect([...names].filter((element) => !drawn.has(element))).toEqual([]);
      expect(attributes.filter(({ name: key }) => /href|^on|style/.test(key))).toEqual([]);
      expect(attributes.filter(({ value }) => /url\(/.test(value))).toEqual([]);
    }),
  );
});

test('a colour cannot break out of its attribute', () => {
  const svg = posterSvg(posterContent(), { ...theme, brand: '"><script>' }, pageSizes.a4);

  expect(parsed(svg).names.has('script')).toBe(false);
});

test.each(Object.entries(pageSizes))('%s has its size in millimetres', (_, size) => {
  const svg = posterSvg(posterContent(), theme, size);

  expect(svg).toContain(`width="${size.width}mm" height="${size.height}mm"`);
});
