import { renderAsync } from '@resvg/resvg-js';

import type { PosterContent, PosterTheme } from './content';
import { fontFamily, fontFiles } from './fonts';
import { millimetresPerInch } from './pageSizes';
import type { PageSize } from './pageSizes';
import { withDensity } from './pngDensity';
import { posterSvg } from './posterSvg';

const defaultDpi = 200;

/** One page as PNG that prints at its true size. Drawn off the main thread, with the poster's own fonts only. */
export async function posterPng(
  content: PosterContent,
  theme: PosterTheme,
  size: PageSize,
  { dpi = defaultDpi }: { dpi?: number } = {},
): Promise<Buffer> {
  const image = await renderAsync(posterSvg(content, theme, size), {
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
    fitTo: { mode: 'width', value: Math.round((size.width / millimetresPerInch) * dpi) },
    background: '#ffffff',
  });

  return withDensity(image.asPng(), dpi);
}
