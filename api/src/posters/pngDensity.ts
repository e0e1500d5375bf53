import { crc32 } from 'node:zlib';

import { millimetresPerInch } from './pageSizes';

/** Signature 8, then IHDR: length 4, type 4, data 13, CRC 4 (PNG third edition §5.2, §11.2.1). */
const headEnd = 33;
const chunkType = 'pHYs';
const perMetre = 1;

/** Adds the chunk that says how large a pixel is on paper (PNG third edition §11.3.4.3). */
export function withDensity(png: Buffer, dpi: number): Buffer {
  const pixelsPerMetre = Math.round((dpi * 1000) / millimetresPerInch);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write(chunkType, 4, 'latin1');
  chunk.writeUInt32BE(pixelsPerMetre, 8);
  chunk.writeUInt32BE(pixelsPerMetre, 12);
  chunk.writeUInt8(perMetre, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);

  return Buffer.concat([png.subarray(0, headEnd), chunk, png.subarray(headEnd)]);
}
