import { createRequire } from 'node:module';

import { openSync } from 'fontkit';
import type { Font } from 'fontkit';

export type FontWeight = 'regular' | 'bold';

/** The family name inside the font files. */
export const fontFamily = 'Noto Sans SC';
export const cssWeights: Record<FontWeight, number> = { regular: 400, bold: 700 };

const find = createRequire(import.meta.url).resolve;

/** Noto Sans SC (SIL Open Font License 1.1), TrueType: the only fonts that posters are measured and drawn with. */
export const fontFiles: Record<FontWeight, string> = {
  regular: find('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: find('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

const opened = new Map<FontWeight, Font>();

/** Opened at first use, and kept. */
export function fontOf(weight: FontWeight): Font {
  const font = opened.get(weight) ?? openFont(weight);
  opened.set(weight, font);

  return font;
}

function openFont(weight: FontWeight): Font {
  const font = openSync(fontFiles[weight]);
  if (!('layout' in font)) {
    throw new TypeError(`${fontFiles[weight]} is a collection, not a font`);
  }

  return font;
}
