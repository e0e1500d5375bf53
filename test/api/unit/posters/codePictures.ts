import sharp from 'sharp';

import type { PageSize } from '../../../../api/src/posters/pageSizes';
import { posterPage } from '../../../../api/src/posters/posterPage';
import { edgesOf, onPaper, type Edges } from './ink';
import { posterContent, theme } from './samples';

/** Where the codes of a page are, with their quiet zones; mm. */
function codesOn(size: PageSize): Edges[] {
  return posterPage(posterContent(), theme, size).flatMap((part) =>
    part.marks.flatMap((mark) =>
      mark.kind === 'qr' ? [onPaper(part, edgesOf({ ...mark, width: mark.side, height: mark.side }))] : [],
    ),
  );
}

/** The codes of a printed page, each cut out by itself. */
export async function cutCodes(page: Buffer, size: PageSize): Promise<Buffer[]> {
  const { width = 0 } = await sharp(page).metadata();
  const pixels = (millimetres: number) => Math.round((millimetres / size.width) * width);

  return Promise.all(
    codesOn(size).map(({ left, top, right }) => {
      const side = pixels(right - left);
      const area = { left: pixels(left), top: pixels(top), width: side, height: side };

      return sharp(page).extract(area).png().toBuffer();
    }),
  );
}
