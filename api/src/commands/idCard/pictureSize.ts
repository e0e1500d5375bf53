import type { CardPicture } from '../../providers/ocr/ocr';
import { AppError } from '../../base/errors';

/** Pixels of a picture: small files can unpack to gigabytes. */
const mostPixels = 30_000_000;

interface Size {
  width: number;
  height: number;
}

/** The first chunk of a PNG says it (PNG, third edition, §11.2.1). */
function sizeOfPng(file: Buffer): Size | undefined {
  return file.length < 24 ? undefined : { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Markers of a JPEG's frame (ITU-T T.81, table B.1), without those that only look alike. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sizeOfJpeg(file: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 <= file.length && file.readUInt8(at) === 0xff) {
    if (isFrame(file.readUInt8(at + 1))) {
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }

  return undefined;
}

/** @throws evidence_refused for a picture that says no size, or one that is too large */
export function checkSize(mediaType: CardPicture['mediaType'], file: Buffer): void {
  const size = mediaType === 'image/png' ? sizeOfPng(file) : sizeOfJpeg(file);
  const pixels = size ? size.width * size.height : 0;
  if (pixels === 0 || pixels > mostPixels) {
    throw new AppError('evidence_refused');
  }
}
