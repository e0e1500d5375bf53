import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

import type { PosterContent } from '../../../../api/src/posters/content';
import { pageSizes } from '../../../../api/src/posters/pageSizes';
import { posterPdf } from '../../../../api/src/posters/posterPdf';
import { posterContent, theme } from './samples';

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

test('contents may come from anywhere, one at a time', async () => {
  async function* fromStorage(): AsyncGenerator<PosterContent> {
    yield posterContent({ serial: 1 });
    yield posterContent({ serial: 2 });
  }
  const pdf = await buffer(posterPdf(fromStorage(), theme, pageSizes.a4));

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesIn(pdf)).toBe(2);
});

test('it is streamed: the first bytes come before the last content', async () => {
  let asked = 0;
  function* slowly(): Generator<PosterContent> {
    for (asked = 1; asked <= 40; asked++) {
      yield posterContent({ serial: asked });
    }
  }
  const document = posterPdf(slowly(), theme, pageSizes.a4);
  await once(document, 'data');

  expect(asked).toBeLessThan(40);
  document.destroy();
});

test('an error of the contents ends the stream with it', async () => {
  function* broken(): Generator<PosterContent> {
    yield posterContent();
    throw new Error('storage is gone');
  }

  await expect(buffer(posterPdf(broken(), theme, pageSizes.a4))).rejects.toThrow('storage is gone');
});

test('when nobody listens any more, drawing stops', async () => {
  let asked = 0;
  function* endless(): Generator<PosterContent> {
    for (;;) {
      asked++;
      yield posterContent({ serial: asked });
    }
  }
  const document = posterPdf(endless(), theme, pageSizes.a4);
  document.destroy();
  await once(document, 'close');
  const before = asked;
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(asked).toBeLessThanOrEqual(before + 1);
});
