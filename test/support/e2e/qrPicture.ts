import sharp from 'sharp';

import { qrSymbol, quietZone } from '../../../api/src/posters/qrSymbol';

/** px */
const moduleWidth = 8;

/** A QR code with any text, as a picture: what a forger would hang up. @param text ASCII */
export async function qrPicture(text: string): Promise<Buffer> {
  const { size, runs } = qrSymbol(text);
  const width = size + 2 * quietZone;
  const dark = runs.map(({ x, y, length }) => `<rect x="${x}" y="${y}" width="${length}" height="1"/>`);
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * moduleWidth}" height="${width * moduleWidth}" ` +
    `viewBox="${-quietZone} ${-quietZone} ${width} ${width}" shape-rendering="crispEdges">` +
    `<rect x="${-quietZone}" y="${-quietZone}" width="${width}" height="${width}" fill="#fff"/>${dark.join('')}</svg>`;

  return sharp(Buffer.from(drawing)).png().toBuffer();
}
