import { buffer } from 'node:stream/consumers';

import sharp from 'sharp';

import { pageSizes, type PageSize } from '../../../../api/src/posters/pageSizes';
import { posterPdf } from '../../../../api/src/posters/posterPdf';
import { posterPng } from '../../../../api/src/posters/posterPng';
import { decoded, pagePng, pdfText } from './decoding';
import { places, posterContent, theme } from './samples';

const dpi = 100;
const contents = Object.values(places).map((place, i) =>
  posterContent({ ...place, link: `https://code.example.gov.cn/p/EQECAwQFBgcIAAHqF3m2Zx0VnW3kLQ${i}` }),
);

test.each(Object.keys(places).map((name, i) => [name, i] as const))(
  '%s: the PNG shows the link to both readers',
  async (_, i) => {
    const content = posterContent(contents[i]);
    const png = await posterPng(content, theme, pageSizes.a4, { dpi });

    expect(await decoded(png)).toEqual({ zbar: content.link, jsqr: content.link });
  },
  20_000,
);

describe('a PDF of all of them', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await buffer(posterPdf(contents, theme, pageSizes.a4));
  });

  test('every page shows its own link to both readers', async () => {
    for (const [i, { link }] of contents.entries()) {
      expect(await decoded(pagePng(pdf, i + 1, dpi))).toEqual({ zbar: link, jsqr: link });
    }
  }, 60_000);

  test('names and addresses can be selected as text', () => {
    const text = pdfText(pdf);

    for (const { name, address } of contents) {
      expect(text).toContain(name.replace(/\s/g, ''));
      expect(text).toContain(address.replace(/\s/g, ''));
    }
  });

  test('it embeds each font once, and only the glyphs used', () => {
    expect(pdf.toString('latin1').match(/\/FontFile2 /g)).toHaveLength(2);
    expect(pdf.length).toBeLessThan(200_000);
  });
});

/** Each face by itself: two codes in one picture are more than a phone looks for. */
function faceOf(page: Buffer, face: { x: number; y: number }, height: number): Promise<Buffer> {
  const pixels = (length: number) => Math.round((length / 25.4) * dpi);

  return sharp(page)
    .metadata()
    .then(({ width = 0, height: all = 0 }) => {
      const top = pixels(face.y);
      const area = { left: 0, top, width, height: Math.min(all - top, pixels(height)) };

      return sharp(page).extract(area).png().toBuffer();
    });
}

test.each(Object.entries(pageSizes))(
  '%s: PNG and PDF have the size of the page, and every face is readable',
  async (_, size: PageSize) => {
    const content = posterContent();
    const png = await posterPng(content, theme, size, { dpi });
    const page = pagePng(await buffer(posterPdf([content], theme, size)), 1, dpi);
    const shape = { width: Math.round((size.width / 25.4) * dpi) };

    expect(await sharp(png).metadata()).toMatchObject({ ...shape, density: dpi });
    expect(Math.abs(((await sharp(page).metadata()).width ?? 0) - shape.width)).toBeLessThanOrEqual(1);
    for (const face of size.faces) {
      const height = size.height / size.faces.length;
      for (const picture of [png, page]) {
        expect(await decoded(await faceOf(picture, face, height))).toEqual({
          zbar: content.link,
          jsqr: content.link,
        });
      }
    }
  },
  30_000,
);

test('a poster that is far away, dirty and crooked is still read', async () => {
  const content = posterContent();
  const png = await posterPng(content, theme, pageSizes.a4, { dpi });
  const drops = Array.from({ length: 14 }, (_, i) => {
    const [x, y] = [205 + ((i * 137) % 410), 300 + ((i * 211) % 410)];

    return `<circle cx="${x}" cy="${y}" r="13" fill="${i % 2 ? '#fff' : '#555'}"/>`;
  });
  const dirt = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169">${drops.join('')}</svg>`,
  );
  const dirty = await sharp(png)
    .composite([{ input: dirt }])
    .png()
    .toBuffer();
  const seen = await sharp(dirty).rotate(8, { background: '#999999' }).resize(330).blur(0.6).png().toBuffer();

  expect(await decoded(seen)).toEqual({ zbar: content.link, jsqr: content.link });
}, 20_000);

test('PNG is 200 dpi unless asked otherwise', async () => {
  const png = await posterPng(posterContent(), theme, pageSizes.a4);

  expect(await sharp(png).metadata()).toMatchObject({ width: 1654, height: 2339, density: 200 });
}, 20_000);
